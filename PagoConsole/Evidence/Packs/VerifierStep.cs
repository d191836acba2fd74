namespace PagoConsole.Evidence.Packs;

/// <summary>A step of the check that somebody makes by hand: the commands are the same in every language, and a test runs exactly these.</summary>
/// <param name="Name">What its words are called.</param>
/// <param name="Commands">What is typed.</param>
internal sealed record VerifierStep(string Name, string Commands)
{
    public static readonly VerifierStep Unpack = new(nameof(Unpack), "mkdir check && cd check && unzip ../evidence-*.zip");

    public static readonly VerifierStep Sums = new(
        nameof(Sums),
        """
        sha256sum --quiet -c SHA256SUMS && echo "every file is as listed"
        test "$(find . -type f | wc -l)" -eq "$(($(wc -l < SHA256SUMS) + 2))" && echo "no file was added"
        """);

    public static readonly VerifierStep Signature = new(nameof(Signature), "openssl dgst -sha256 -verify key.pem -signature manifest.sig SHA256SUMS");

    public static readonly VerifierStep Key = new(nameof(Key), "openssl pkey -pubin -in key.pem -outform DER | sha256sum | cut -c 1-16");

    public static readonly VerifierStep Chain = new(
        nameof(Chain),
        """
        before=$(printf '%064d' 0)
        for entry in journal/*.bin; do
          test "$(head -c 32 "$entry" | od -An -v -tx1 | tr -d ' \n')" = "$before" || echo "BROKEN: $entry"
          before=$(sha256sum "$entry" | cut -c 1-64)
        done
        test "$before" = "$(cat journal/HEAD)" && echo "the chain holds"
        """);

    public static readonly VerifierStep Private = new(
        nameof(Private),
        """
        for part in private/*.bin; do
          tail -c 64 "journal/$(basename "$part")" | grep -q "$(sha256sum "$part" | cut -c 1-64)" || echo "BROKEN: $part"
        done
        echo "private parts were compared"
        """);

    public static readonly VerifierStep Deliveries = new(
        nameof(Deliveries),
        """
        for body in raw/deliveries/*.body; do
          grep -la "$(sha256sum "$body" | cut -c 1-64)" journal/*.bin || echo "NOT NAMED: $body"
        done
        """);

    public static readonly VerifierStep Seals = new(
        nameof(Seals),
        """
        for day in seals/*; do
          entry=$(printf 'journal/%06d.bin' "$(sed -n 2p "$day/leaf.bin")")
          test "$(sha256sum "$entry" | cut -c 1-64)" = "$(sed -n 3p "$day/leaf.bin")" || echo "BROKEN: $day/leaf.bin"
          hash=$(sha256sum "$day/leaf.bin" | cut -c 1-64)
          for step in "$day"/step-*.bin; do
            test -e "$step" || continue
            od -An -v -tx1 "$step" | tr -d ' \n' | grep -q "$hash" || echo "BROKEN: $step"
            hash=$(sha256sum "$step" | cut -c 1-64)
          done
          grep -q "\"root\":\"$hash\"" "$day/statement.json" || echo "BROKEN: $day/statement.json"
          openssl dgst -sha256 -verify "$day/key.pem" -signature "$day/statement.sig" "$day/statement.json"
        done
        """);

    public static IReadOnlyList<VerifierStep> All { get; } = [Unpack, Sums, Signature, Key, Chain, Private, Deliveries, Seals];
}
