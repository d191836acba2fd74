using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Shared;

namespace PagoConsole.Rules;

/// <summary>The block, review and trust lists: who or what is on them, why, by whom and until when.</summary>
public sealed partial class ListsPage
{
    private ListsFilter filter = new();
    private IReadOnlyList<ListRow> rows = [];
    private bool mayChange;

    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

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

    private int Holding => rows.Count(row => row.Holds);

    protected override bool Concerns(JournalEntry entry) => entry.Stream == ListEvents.Stream;

    protected override Task OnParametersSetAsync()
    {
        filter = ListsFilter.Parse(Query, Effect, Kind, AlsoEnded);
        return base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Book.ReadAsync(filter.ToCore(), viewer, ct);
        if (read.Done) (rows, mayChange) = (read.Value, viewer.May(Permission.ChangeRules));
        return read.Refusal;
    }

    private void Search(string? text) => Navigation.NavigateTo(ConsoleUrls.Lists(filter with { Search = text }));

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
        new(Text["Filter_All"], ConsoleUrls.Lists(filter with { Effect = null }), filter.Effect is null),
        .. Enum.GetValues<ListEffect>().Select(effect => new FilterChip(
            Text[$"Effect_{effect}"], ConsoleUrls.Lists(filter with { Effect = filter.Effect == effect ? null : effect }), filter.Effect == effect)),
    ];

    private List<FilterChip> KindChips() =>
    [
        new(Text["Filter_All"], ConsoleUrls.Lists(filter with { Kind = null }), filter.Kind is null),
        .. Enum.GetValues<ListedKind>().Select(kind => new FilterChip(
            Text[$"Listed_{kind}"], ConsoleUrls.Lists(filter with { Kind = filter.Kind == kind ? null : kind }), filter.Kind == kind)),
    ];

    private List<FilterChip> EndedChips() =>
    [
        new(Text["Ended_No"], ConsoleUrls.Lists(filter with { Ended = false }), !filter.Ended),
        new(Text["Ended_Yes"], ConsoleUrls.Lists(filter with { Ended = true }), filter.Ended),
    ];
}
