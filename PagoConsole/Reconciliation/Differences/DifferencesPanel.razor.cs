using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.People;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>The table of differences with its filters, of a day or of many: most money at stake first, many at once, detail beside it.</summary>
public sealed partial class DifferencesPanel
{
    private DifferenceRows page = new([], null);
    private IReadOnlyList<DifferenceCount> counts = [];
    private IReadOnlyList<string> people = [];
    private DifferencesFilter? loaded;
    private Actor? viewer;
    private bool mayWork;

    [Inject]
    internal IStringLocalizer<DifferencesText> Text { get; set; } = default!;

    [Inject]
    internal DifferenceList List { get; set; } = default!;

    [Inject]
    internal PeopleDirectory People { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    /// <summary>The first day.</summary>
    [Parameter, EditorRequired]
    public required DateOnly From { get; set; }

    /// <summary>The last day.</summary>
    [Parameter, EditorRequired]
    public required DateOnly To { get; set; }

    [Parameter, EditorRequired]
    public required DifferencesFilter Filter { get; set; }

    /// <summary>The address of the page under a filter.</summary>
    [Parameter, EditorRequired]
    public required Func<DifferencesFilter, string> UrlOf { get; set; }

    private bool ShowDay => From != To;

    private int Total => counts.Sum(c => c.Count);

    /// <summary>How many the filter shows; what counts do not tell, such as a search, is not subtracted.</summary>
    private int Matching => Filter.Search is null ? CountOf(Filter) : page.Rows.Count;

    private string EmptyBody => (Filter.IsEmpty, Total) switch
    {
        (true, 0) => Text["Empty_Body"],
        (true, _) => Text["Empty_Done", Total],
        _ => Text["EmptyFiltered_Body"],
    };

    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith("difference.", StringComparison.Ordinal) || entry.Kind.StartsWith("day.", StringComparison.Ordinal);

    protected override Task OnParametersSetAsync()
    {
        if (loaded is not null && loaded.First == Filter.First && loaded.After == Filter.After) return Task.CompletedTask;
        ClearPicks();
        return base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var asked = Filter;
        var read = await List.ReadAsync(asked.ToCore(From, To, viewer), asked.After, viewer, ct);
        if (!read.Done) return read.Refusal;
        var counted = await List.CountAsync(From, To, viewer, ct);
        if (!counted.Done) return counted.Refusal;
        mayWork = viewer.May(Permission.Reconcile);
        if (mayWork && people.Count == 0) people = await People.WhoMayAsync(Permission.Reconcile, ct);
        (page, counts, loaded, this.viewer) = (read.Value, counted.Value, asked, viewer);
        return null;
    }

    private void Search(string? text) => Navigation.NavigateTo(UrlOf(Filter.First with { Search = string.IsNullOrWhiteSpace(text) ? null : text }));

    private void Open(string? differenceId) => Navigation.NavigateTo(UrlOf(Filter with { Opened = differenceId }));

    private void Step(int by)
    {
        var at = page.Rows.ToList().FindIndex(row => row.DifferenceId == Filter.Opened) + by;
        if (at >= 0 && at < page.Rows.Count) Open(page.Rows[at].DifferenceId);
    }

    private int CountOf(DifferencesFilter filter) => viewer is null ? 0 : counts.Where(c => filter.Shows(c, viewer)).Sum(c => c.Count);

    /// <summary>A chip that leads to a filter; one that is on and leads away from it still counts what it shows.</summary>
    private FilterChip ChipOf(string word, DifferencesFilter shows, bool active, DifferencesFilter? leadsTo = null) =>
        new(word, UrlOf(leadsTo ?? shows), active, Filter.Search is null && viewer is not null ? CountOf(shows) : null);

    private List<FilterChip> ViewChips() =>
    [
        .. Enum.GetValues<DifferencesView>().Select(view => ChipOf(Text[$"View_{view}"], Filter.First with { View = view }, Filter.View == view)),
    ];

    private List<FilterChip> KindChips() =>
    [
        ChipOf(Text["Kind_All"], Filter.First with { Kind = null }, Filter.Kind is null),
        .. Enum.GetValues<DifferenceKind>().Where(kind => Filter.Kind == kind || counts.Any(c => c.Kind == kind))
            .Select(kind => ChipOf(Text[$"Kind_{kind}"], Filter.First with { Kind = kind }, Filter.Kind == kind, Filter.Kind == kind ? Filter.First with { Kind = null } : null)),
    ];

    private List<FilterChip> OwnerChips()
    {
        List<FilterChip> chips =
        [
            ChipOf(Text["Owner_All"], Filter.First with { Owner = null }, Filter.Owner is null),
            ChipOf(Text["Owner_Me"], Filter.First with { Owner = DifferencesFilter.Me }, Filter.Owner == DifferencesFilter.Me),
            ChipOf(Text["Owner_Nobody"], Filter.First with { Owner = DifferencesFilter.Nobody }, Filter.Owner == DifferencesFilter.Nobody),
        ];
        var others = counts.Select(c => c.Owner).OfType<string>().Where(owner => owner != viewer?.Signature).Distinct().Order(StringComparer.Ordinal).Select(owner => owner.Split(':', 2)[^1]);
        chips.AddRange(others.Select(name => ChipOf(name, Filter.First with { Owner = name }, Filter.Owner == name)));
        var currencies = counts.Select(c => c.Currency.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        if (currencies.Count > 1 || Filter.CurrencyCode is not null)
            chips.AddRange(currencies.Select(code => ChipOf(code, Filter.First with { CurrencyCode = code }, Filter.CurrencyCode == code, Filter.CurrencyCode == code ? Filter.First with { CurrencyCode = null } : null)));
        return chips;
    }
}
