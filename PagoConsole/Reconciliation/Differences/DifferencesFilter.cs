using System.Globalization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Differences;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>Which part of the differences one looks at.</summary>
public enum DifferencesView
{
    /// <summary>All that wait for anybody.</summary>
    Open,

    /// <summary>Those that a second person must agree to write off.</summary>
    Second,

    /// <summary>Those for which PagoEfectivo was written to.</summary>
    Waiting,

    /// <summary>Those that are right as they are.</summary>
    Explained,

    /// <summary>Those that people put right.</summary>
    Corrected,

    /// <summary>Those that mended themselves.</summary>
    Mended,

    /// <summary>Those whose money was given up.</summary>
    WrittenOff,

    /// <summary>All.</summary>
    All,
}

/// <summary>Which differences a page shows, as its address says it, so that a link shows a colleague the same.</summary>
public sealed record DifferencesFilter
{
    /// <summary>How an address names whoever looks.</summary>
    public const string Me = "me";

    /// <summary>How an address names those that nobody has taken.</summary>
    public const string Nobody = "none";

    private const int LongestText = 128;

    /// <summary>The first day; null on the page of a day, and for all.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; null on the page of a day, and for all.</summary>
    public DateOnly? To { get; init; }

    public DifferencesView View { get; init; }

    public DifferenceKind? Kind { get; init; }

    /// <summary><see cref="Me"/>, <see cref="Nobody"/>, or a colleague's name; null for all.</summary>
    public string? Owner { get; init; }

    public string? CurrencyCode { get; init; }

    public string? Search { get; init; }

    public DifferenceKey? After { get; init; }

    /// <summary>The one whose panel is open.</summary>
    public string? Opened { get; init; }

    /// <summary>The first page of it, no panel open.</summary>
    public DifferencesFilter First => this with { After = null, Opened = null };

    /// <summary>Whether it narrows at all what waits.</summary>
    public bool IsEmpty => View == DifferencesView.Open && Kind is null && Owner is null && CurrencyCode is null && Search is null;

    internal static DifferencesFilter Parse(Func<string, string?> read) => new()
    {
        From = DayOf(read("from")),
        To = DayOf(read("to")),
        View = Named<DifferencesView>(read("view")) ?? DifferencesView.Open,
        Kind = Named<DifferenceKind>(read("kind")),
        Owner = Text(read("owner")),
        CurrencyCode = Currency.TryParse(read("currency"), out var currency) ? currency.Code : null,
        Search = Text(read("q")),
        After = DifferenceKey.Parse(read("after")),
        Opened = Text(read("open")),
    };

    internal (string Name, string? Value)[] ToQuery() =>
    [
        ("from", Iso(From)),
        ("to", Iso(To)),
        ("view", View == DifferencesView.Open ? null : View.ToString()),
        ("kind", Kind?.ToString()),
        ("owner", Owner),
        ("currency", CurrencyCode),
        ("q", Search),
        ("after", After?.ToString()),
        ("open", Opened),
    ];

    /// <summary>As a workbook is asked for: kinds and states by name.</summary>
    internal (string Name, string? Value)[] ToExport() =>
    [
        ("kind", Kind?.ToString()),
        ("state", string.Join(',', States(View))),
        ("mended", MendedIn(View) is { } mended ? (mended ? "yes" : "no") : null),
        ("second", View == DifferencesView.Second ? "yes" : null),
        ("owner", Owner is null or Me or Nobody ? Owner : $"person:{Owner}"),
        ("currency", CurrencyCode),
        ("q", Search),
    ];

    internal DifferenceFilter ToCore(DateOnly from, DateOnly to, Actor viewer) => new()
    {
        From = from,
        To = to,
        Kinds = Kind is { } kind ? new HashSet<DifferenceKind> { kind } : new HashSet<DifferenceKind>(),
        States = States(View).ToHashSet(),
        AwaitsSecond = View == DifferencesView.Second,
        Mended = MendedIn(View),
        Owner = OwnerFor(viewer),
        Currency = CurrencyCode is { } code ? new Currency(code) : null,
        Text = Search,
    };

    /// <summary>Whether a sort of differences is among those that it shows, as far as sorts can tell.</summary>
    internal bool Shows(DifferenceCount count, Actor viewer) =>
        (Kind is null || Kind == count.Kind) && (CurrencyCode is null || CurrencyCode == count.Currency.Code)
        && (States(View) is [] || States(View).Contains(count.State)) && (View != DifferencesView.Second || count.AwaitsSecond)
        && (MendedIn(View) is not { } mended || mended == count.Mended)
        && (OwnerFor(viewer) is not { } owner || (count.Owner ?? "") == owner);

    internal static DifferenceState[] States(DifferencesView view) => view switch
    {
        DifferencesView.Open or DifferencesView.Second => [DifferenceState.Open, DifferenceState.WaitingForPagoEfectivo],
        DifferencesView.Waiting => [DifferenceState.WaitingForPagoEfectivo],
        DifferencesView.Explained => [DifferenceState.Explained],
        DifferencesView.Corrected or DifferencesView.Mended => [DifferenceState.Corrected],
        DifferencesView.WrittenOff => [DifferenceState.WrittenOff],
        DifferencesView.All => [],
    };

    private static bool? MendedIn(DifferencesView view) => view switch
    {
        DifferencesView.Corrected => false,
        DifferencesView.Mended => true,
        _ => null,
    };

    private string? OwnerFor(Actor viewer) => Owner switch
    {
        null => null,
        Me => viewer.Signature,
        Nobody => "",
        var name => $"person:{name}",
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim()[..Math.Min(text.Trim().Length, LongestText)];

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var named) && Enum.IsDefined(named) ? named : null;
}
