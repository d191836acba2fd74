using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Rules.Lists;
using PagoConsole.Shared;

namespace PagoConsole.Rules;

/// <summary>The block, review and trust lists: who or what is on them, why, by whom and until when.</summary>
public sealed partial class ListsPage
{
    private ListsFilter filter = new();
    private ListsFilter? loaded;
    private IReadOnlyList<ListRow> rows = [];
    private IReadOnlyList<string> owners = [];
    private ListCursor? next;
    private int total;
    private bool mayChange;

    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<ListsText> Words { get; set; } = default!;

    [Inject]
    internal ListBook Book { get; set; } = default!;

    [Inject]
    internal RemoveFromList Remove { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "effect")]
    public string? Effect { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "ended")]
    public string? AlsoEnded { get; set; }

    [SupplyParameterFromQuery(Name = "owner")]
    public string? Owner { get; set; }

    [SupplyParameterFromQuery(Name = "ends")]
    public string? Ends { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    public string? After { get; set; }

    [SupplyParameterFromQuery(Name = "open")]
    public string? OpenId { get; set; }

    /// <summary>Hits are counted a second after the order that the journal tells of.</summary>
    protected override TimeSpan Beat { get; } = TimeSpan.FromSeconds(5);

    protected override bool Concerns(JournalEntry entry) => entry.Stream == ListEvents.Stream;

    protected override Task OnParametersSetAsync()
    {
        filter = ListsFilter.Parse(Query, Effect, Kind, AlsoEnded, Owner, Ends, After, OpenId);
        return loaded is not null && loaded with { Open = null } == filter with { Open = null } ? Task.CompletedTask : base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var asked = filter;
        var read = await Book.ReadAsync(asked.ToCore(), asked.After, viewer, ct);
        if (read.Done)
            (rows, next, total, owners, mayChange, loaded) = (read.Value.Rows, read.Value.Next, read.Value.Total, read.Value.Owners, viewer.May(Permission.ChangeRules), asked);
        return read.Refusal;
    }

    private void Search(string? text) => Navigation.NavigateTo(ConsoleUrls.Lists(filter.First with { Search = text }));

    private void ChooseOwner(ChangeEventArgs chosen) =>
        Navigation.NavigateTo(ConsoleUrls.Lists(filter.First with { Owner = chosen.Value is string { Length: > 0 } owner ? owner : null }));

    private IEnumerable<string> Owners() => filter.Owner is { } chosen && !owners.Contains(chosen) ? owners.Prepend(chosen) : owners;

    private Task<Refusal?> ExportWholeAsync(string reason, Actor by)
    {
        Navigation.NavigateTo(ConsoleUrls.ListsCsv(filter, reason), forceLoad: true);
        return Task.FromResult<Refusal?>(null);
    }

    private void Open(string? entryId) => Navigation.NavigateTo(ConsoleUrls.Lists(filter with { Open = entryId }));

    private void Step(int by)
    {
        var at = rows.ToList().FindIndex(row => row.Entry.EntryId == filter.Open) + by;
        if (at >= 0 && at < rows.Count) Open(rows[at].Entry.EntryId);
    }

    private async Task AddAsync()
    {
        if (await AddEntryDialog.AskAsync(Dialogs, Text["Add_Title"])) await ReloadAsync();
    }

    private async Task RemoveAsync(ListRow row)
    {
        var done = await NoteDialog.AskAsync(
            Dialogs,
            new NoteQuestion(Text["Remove_Title"], Text["Remove_What", Text[$"Listed_{row.Entry.Kind}"], row.Shown, Text[$"Effect_{row.Entry.Effect}"]], null, Text["Remove"], Dangerous: true),
            async _ => (await Remove.RunAsync(row.Entry.EntryId, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        if (done) await ReloadAsync();
    }

    private List<FilterChip> EffectChips() =>
    [
        new(Text["Filter_All"], ConsoleUrls.Lists(filter.First with { Effect = null }), filter.Effect is null),
        .. Enum.GetValues<ListEffect>().Select(effect => new FilterChip(
            Text[$"Effect_{effect}"], ConsoleUrls.Lists(filter.First with { Effect = filter.Effect == effect ? null : effect }), filter.Effect == effect)),
    ];

    private List<FilterChip> KindChips() =>
    [
        new(Text["Filter_All"], ConsoleUrls.Lists(filter.First with { Kind = null }), filter.Kind is null),
        .. Enum.GetValues<ListedKind>().Select(kind => new FilterChip(
            Text[$"Listed_{kind}"], ConsoleUrls.Lists(filter.First with { Kind = filter.Kind == kind ? null : kind }), filter.Kind == kind)),
    ];

    private List<FilterChip> EndedChips() =>
    [
        new(Text["Ended_No"], ConsoleUrls.Lists(filter.First with { Ended = false }), !filter.Ended),
        new(Text["Ended_Yes"], ConsoleUrls.Lists(filter.First with { Ended = true }), filter.Ended),
    ];

    private List<FilterChip> SoonChips() =>
    [
        new(Words["Ends_Soon"], ConsoleUrls.Lists(filter.First with { EndsSoon = !filter.EndsSoon }), filter.EndsSoon),
    ];
}
