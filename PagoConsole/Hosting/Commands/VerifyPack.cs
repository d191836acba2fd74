using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using PagoConsole.Core.Evidence.Packs.Checking;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;
using PagoConsole.Hosting.Start;
using PagoConsole.Hosting.Telemetry;

namespace PagoConsole.Hosting.Commands;

/// <summary>Checks a pack of evidence by itself and, where this installation's store is at hand, against that.</summary>
internal static class VerifyPack
{
    public static async Task<int> RunAsync(string file, string[] settings, bool asJson, TextWriter where, CancellationToken ct)
    {
        if (!File.Exists(file)) throw new UsageException($"There is no file {file}.");
        PackVerdict verdict;
        await using (var content = File.OpenRead(file)) verdict = CheckPack.Run(content);
        var compared = await CompareAsync(verdict, settings, ct);
        var (told, store) = (compared ?? verdict, compared is null ? "not at hand" : "compared");
        if (asJson) await where.WriteLineAsync(Json(told, store));
        else await TellAsync(where, told, compared is not null);
        return told.Holds ? ExitCode.Done : ExitCode.FoundFailure;
    }

    /// <summary>Null where no store is at hand: then there is nothing to compare with, and the pack stands by itself.</summary>
    private static async Task<PackVerdict?> CompareAsync(PackVerdict verdict, string[] settings, CancellationToken ct)
    {
        if (!verdict.Holds) return null;
        var builder = ConsoleBuilder.Create(settings).AddLogs(toStandardError: true);
        builder.Services.AddStorage().AddSingleton<CompareWithStore>();
        await using var app = builder.Build();
        try
        {
            var store = app.Services.GetRequiredService<Migrator>();
            if (!store.MayBeThere || !await store.IsCurrentAsync(ct)) return null;
            return await app.Services.GetRequiredService<CompareWithStore>().RunAsync(verdict, ct);
        }
        catch (DbException)
        {
            return null;
        }
    }

    private static string Json(PackVerdict verdict, string store) => JsonSerializer.Serialize(
        new
        {
            holds = verdict.Holds,
            fault = verdict.Fault is { } fault ? new { kind = fault.Kind.ToString(), file = fault.File, words = WordsFor(fault) } : null,
            order_id = verdict.OrderId,
            pack_id = verdict.PackId,
            made_at = verdict.MadeAt,
            key_id = verdict.KeyId,
            store,
            checks = verdict.Checks.Select(check => new { check = check.Check.ToString(), count = check.Count }),
        },
        RuleSet.Json);

    private static async Task TellAsync(TextWriter where, PackVerdict verdict, bool compared)
    {
        if (verdict.OrderId is { } orderId)
            await where.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Pack {verdict.PackId} of order {orderId}, made {verdict.MadeAt:yyyy-MM-dd'T'HH:mm:ss'Z'}, key {verdict.KeyId}"));
        foreach (var check in verdict.Checks) await where.WriteLineAsync($"  holds: {WordsFor(check)}");
        if (verdict.Fault is { } fault)
        {
            await where.WriteLineAsync($"The pack does not hold: {WordsFor(fault)}");
            return;
        }

        if (!compared) await where.WriteLineAsync("This installation's store is not at hand: whose key it is, was not checked.");
        await where.WriteLineAsync("The pack holds.");
    }

    private static string WordsFor(PackChecked check) => check.Check switch
    {
        PackCheck.Signature => "the list of sums is signed by the key in the pack",
        PackCheck.Sums => $"{check.Count} files are as listed, and none was added",
        PackCheck.Manifest => $"the manifest names the same {check.Count} files",
        PackCheck.Journal => $"{check.Count} entries of the journal, each following the one before",
        PackCheck.PrivateParts => $"{check.Count} private parts fit their entries",
        PackCheck.Deliveries => $"{check.Count} messages of PagoEfectivo are those that the journal names",
        PackCheck.Seals => $"{check.Count} daily seals lead to the journal",
        PackCheck.OwnKeys => "the key is this installation's",
        PackCheck.OwnJournal => $"{check.Count} entries are those of this installation's journal, which knows of the pack",
    };

    private static string WordsFor(PackFault fault) => fault.Kind switch
    {
        PackFaultKind.NotReadable => fault.File.Length == 0 ? "it is no ZIP, or a damaged one" : $"{fault.File} cannot be read",
        PackFaultKind.NameNotAllowed => $"{fault.File} is no name of a file in a pack, or there twice",
        PackFaultKind.FileMissing => $"{fault.File} is missing",
        PackFaultKind.FileNotListed => $"{fault.File} is not listed in SHA256SUMS",
        PackFaultKind.LineNotReadable => $"{fault.File} has a line that is no sum and path",
        PackFaultKind.KeyNotReadable => $"{fault.File} is no public key",
        PackFaultKind.SignatureWrong => $"{fault.File} is not what was signed",
        PackFaultKind.SumDiffers => $"{fault.File} is not the file that was listed",
        PackFaultKind.ManifestDiffers => $"{fault.File} does not fit the files",
        PackFaultKind.EntryNotReadable => $"{fault.File} is not that entry of the order's journal",
        PackFaultKind.EntryNotFollowing => $"{fault.File} does not follow the entry before it",
        PackFaultKind.HeadDiffers => $"{fault.File} is not the hash of the last entry",
        PackFaultKind.PrivatePartDiffers => $"{fault.File} does not fit the digest in its entry",
        PackFaultKind.DeliveryDiffers => $"{fault.File} is not the message that the journal names",
        PackFaultKind.LeafDiffers => $"{fault.File} names no entry of this journal",
        PackFaultKind.RootDiffers => $"{fault.File} does not lead to the sealed root",
        PackFaultKind.KeyNotOurs => $"{fault.File} is no key of this installation",
        PackFaultKind.EntryNotOurs => $"{fault.File} is not the entry that this installation has",
        PackFaultKind.PackNotOurs => "this installation's journal does not know of the pack",
    };
}
