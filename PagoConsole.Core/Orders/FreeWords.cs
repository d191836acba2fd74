using System.Text;
using System.Text.RegularExpressions;

namespace PagoConsole.Core.Orders;

/// <summary>
/// Masks what is personal in words that people wrote freely: notes, reasons, answers. It knows the buyer's own data where the order is known, and
/// recognises what looks like an e-mail address, a phone or document number, a network address, a street or a full name. The words themselves are never
/// changed where they are kept.
/// </summary>
public sealed partial class FreeWords
{
    private const int ShortestWord = 3;
    private static readonly string[] Small = ["del", "las", "los", "san", "santa", "urb", "calle", "avenida", "jiron", "piso", "nro", "lima"];
    private static readonly string[] Institutions = ["Banco", "Caja", "Western", "Pago", "Agente", "Financiera"];

    private readonly Regex? known;
    private readonly bool whole;
    private readonly bool numbers = true;

    private FreeWords(IEnumerable<string> words)
    {
        var patterns = words.Select(PatternOf).Distinct().OrderByDescending(pattern => pattern.Length).ToList();
        if (patterns.Count > 0) known = new Regex($@"(?<!\w)(?:{string.Join('|', patterns)})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private FreeWords(bool whole, bool numbers) => (this.whole, this.numbers) = (whole, numbers);

    /// <summary>Masks nothing, for who has said why they need to read all of it.</summary>
    public static FreeWords Unmasked { get; } = new(whole: true, numbers: false);

    /// <summary>Knows nobody: what looks personal is masked.</summary>
    public static FreeWords OfAnybody { get; } = new([]);

    /// <summary>For references of banks, whose numbers are what they are matched by: only a number that is called a document or a phone is masked.</summary>
    public static FreeWords OfReferences { get; } = new(whole: false, numbers: false);

    /// <summary>Knows the buyers of these orders, and these names of others.</summary>
    public static FreeWords About(IEnumerable<OrderContent> orders, params IEnumerable<string?> names) =>
        new(orders.SelectMany(PartsOf).Concat(names).OfType<string>().SelectMany(WordsOf));

    /// <summary>The words as they may be shown.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public string? Of(string? text)
    {
        if (whole || string.IsNullOrWhiteSpace(text)) return text;
        var shown = Emails().Replace(text, found => Masking.Email(found.Value)!);
        shown = Addresses4().Replace(shown, found => Masking.Ip(found.Value));
        shown = Addresses6().Replace(shown, found => Masking.Ip(found.Value));
        shown = (numbers ? Numbers() : NamedNumbers()).Replace(shown, found => Masking.Tail(string.Concat(found.Value.Where(char.IsAsciiDigit)), 3)!);
        shown = Streets().Replace(shown, "•••");
        shown = Names().Replace(shown, found => Institutions.Any(word => found.Value.StartsWith(word, StringComparison.Ordinal)) ? found.Value : Masking.Name(found.Value)!);
        return known is null ? shown : known.Replace(shown, found => $"{found.Value[0]}.");
    }

    private static IEnumerable<string?> PartsOf(OrderContent order) =>
    [
        order.Account.FullName, order.Account.DocumentNumber, order.Account.Phone, order.Account.Email,
        order.ShippingAddress?.Line1, order.ShippingAddress?.Line2, order.Invoice?.BusinessName, order.Invoice?.Ruc,
    ];

    private static IEnumerable<string> WordsOf(string text) =>
        Parts().Split(text).Where(word => word.Length >= ShortestWord && !Small.Contains(word.ToLowerInvariant())).Append(text.Trim()).Where(word => word.Length >= ShortestWord);

    // With and without accents alike.
    private static string PatternOf(string word)
    {
        var pattern = new StringBuilder();
        foreach (var letter in word.Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark))
        {
            pattern.Append(char.ToLowerInvariant(letter) switch
            {
                'a' => "[aáàäâã]",
                'e' => "[eéèëê]",
                'i' => "[iíìïî]",
                'o' => "[oóòöôõ]",
                'u' => "[uúùüû]",
                'n' => "[nñ]",
                var other => Regex.Escape(other.ToString()),
            });
        }

        return pattern.ToString();
    }

    [GeneratedRegex(@"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Emails();

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Addresses4();

    [GeneratedRegex(@"(?<![\w:])(?:[0-9a-fA-F]{1,4}:){3,7}(?::?[0-9a-fA-F]{1,4})?(?![\w:])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Addresses6();

    // Seven digits or more, however they are spaced; not a date, and not a part of an identifier.
    [GeneratedRegex(
        @"(?:(?<![\w\-.])|(?<=\b(?:dni|ruc|ce|cel|tel|telf|fono)))(?!\d{4}-\d{2}-\d{2}(?!\d))(?!\d{1,2}[-.]\d{1,2}[-.]\d{4}(?!\d))\+?\(?\d(?:[ \-.()]{0,2}\d){6,}(?![\w\-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<=\b(?:dni|ruc|ce|pas|cel|tel|telf|fono)[\s:.#nº°]{0,4})\+?\d(?:[ \-.()]{0,2}\d){5,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamedNumbers();

    [GeneratedRegex(
        @"\b(?:av|avda|avenida|jr|jirón|jiron|ca|calle|psje|pasaje|urb|mz|lote|prolongación|prol|carretera|alameda|malecón|malecon)\b\.?\s+[\p{L}\d .°º'’\-]{1,40}?\s*\d{1,5}\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Streets();

    [GeneratedRegex(@"\b\p{Lu}[\p{Ll}'’]+(?:\s+(?:(?:de|del|la|las|los|y|da|dos|van|von)\s+)*\p{Lu}[\p{Ll}'’]+)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Names();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
