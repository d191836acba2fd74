using System.Globalization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Reconciliation.Differences;

namespace PagoConsole.Reconciliation.Workbooks;

/// <summary>What is to be exported, as an address says it.</summary>
internal static class ExportQuery
{
    public const string From = "from";
    public const string To = "to";
    public const string Form = "form";
    public const string Lines = "lines";
    private const string Nobody = DifferencesFilter.Nobody;
    private const string Yes = "yes";
    public const string No = "no";
    private const int LongestText = 128;

    public static (string Name, string? Value)[] Of(WorkbookRequest request) =>
    [
        (From, Iso(request.Filter.From)),
        (To, Iso(request.Filter.To)),
        ("kind", Names(request.Filter.Kinds)),
        ("state", Names(request.Filter.States)),
        ("owner", request.Filter.Owner is "" ? Nobody : request.Filter.Owner),
        ("mended", request.Filter.Mended is { } mended ? (mended ? Yes : No) : null),
        ("second", request.Filter.AwaitsSecond ? Yes : null),
        ("currency", request.Filter.Currency?.Code),
        ("seller", request.Filter.SellerId),
        ("q", request.Filter.Text),
        (Form, request.Form == WorkbookForm.Workbook ? null : request.Form.ToString()),
        (Lines, request.Lines ? null : No),
    ];

    /// <summary>Reads one. What it does not understand it gives back as no request: nothing wider is exported than was asked for.</summary>
    /// <param name="query">The parameters of the address.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="me">Whose differences are meant by one's own, as an actor's signature.</param>
    public static WorkbookRequest? Read(Func<string, string?> query, string language, string me)
    {
        if (DayOf(query(From)) is not { } from || (query(To) is { Length: > 0 } last ? DayOf(last) : from) is not { } to) return null;
        if (SetOf<DifferenceKind>(query("kind")) is not { } kinds || SetOf<DifferenceState>(query("state")) is not { } states) return null;
        if (SetOf<WorkbookForm>(query(Form)) is not { Count: < 2 } form) return null;
        Currency? currency = Text(query("currency")) is not { } code ? null : Currency.TryParse(code, out var known) ? known : default(Currency);
        if (currency == default(Currency)) return null;
        return new WorkbookRequest
        {
            Filter = new DifferenceFilter
            {
                From = from,
                To = to,
                Kinds = kinds,
                States = states,
                AwaitsSecond = query("second") == Yes,
                Mended = query("mended") switch { Yes => true, No => false, _ => null },
                Owner = Text(query("owner")) switch { Nobody => "", DifferencesFilter.Me => me, var owner => owner },
                Currency = currency,
                SellerId = Text(query("seller")),
                Text = Text(query("q")),
            },
            Form = form.FirstOrDefault(WorkbookForm.Workbook),
            Lines = query(Lines) != No,
            Language = language,
            By = "",
        };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Names<T>(IReadOnlySet<T> values)
        where T : struct, Enum => values.Count == 0 ? null : string.Join(',', values.Order());

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 9000 ? day : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim()[..Math.Min(text.Trim().Length, LongestText)];

    /// <summary>Names parted by commas, as they are called here or on the wire; null if one is none.</summary>
    private static HashSet<T>? SetOf<T>(string? names)
        where T : struct, Enum
    {
        var found = new HashSet<T>();
        foreach (var name in (names ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var plain = name.Replace("_", "", StringComparison.Ordinal);
            if (!char.IsLetter(plain.FirstOrDefault()) || !Enum.TryParse<T>(plain, ignoreCase: true, out var value) || !Enum.IsDefined(value)) return null;
            found.Add(value);
        }

        return found;
    }
}
