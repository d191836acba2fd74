using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Outbox;
using PagoConsole.Shared;

namespace PagoConsole.Callbacks;

/// <summary>
/// Every delivery to the marketplace. Rows change in place; new ones wait behind a bar. A delivery makes no journal entry, so while
/// something on the page is on its way it looks again every two seconds.
/// </summary>
public sealed partial class CallbacksPage
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private CallbacksFilter filter = new();
    private CallbacksFilter? loaded;
    private CallbackPage page = new([], null);
    private Dictionary<OutboxState, int> counts = [];
    private CallbackTest? test;
    private Actor? viewer;
    private long? top;
    private int fresh;
    private bool maySend;
    private bool testing;

    [Inject]
    internal IStringLocalizer<CallbacksText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal CallbackList List { get; set; } = default!;

    [Inject]
    internal CallbackCircuit Circuit { get; set; } = default!;

    [Inject]
    internal SendManyAgain Many { get; set; } = default!;

    [Inject]
    internal SendTestCallback Tests { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "state")]
    public string? StateName { get; set; }

    [SupplyParameterFromQuery(Name = "type")]
    public string? Type { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    public string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "period")]
    public string? Period { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    public long? Before { get; set; }

    [SupplyParameterFromQuery(Name = "open")]
    public long? OpenDelivery { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.OrderId is not null;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _ = LookAsync();
    }

    protected override Task OnParametersSetAsync()
    {
        filter = CallbacksFilter.Parse(StateName, Type, Order, Period, Before, OpenDelivery);
        return loaded is not null && loaded == filter with { Open = loaded.Open } ? Task.CompletedTask : base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        this.viewer = viewer;
        maySend = viewer.May(Permission.ManageJobs);
        var asked = filter;
        var core = asked.ToCore(Time.GetUtcNow());
        if (loaded is null || loaded with { Open = null } != asked with { Open = null }) top = null;
        var read = await List.ReadAsync(core, asked.Before ?? top + 1, viewer, ct);
        if (!read.Done) return read.Refusal;
        foreach (var state in Enum.GetValues<OutboxState>().Where(s => s != OutboxState.Delivered)) counts[state] = await List.CountAsync(new(state), ct);

        // What is newer than the newest row of the first look waits behind the bar.
        if (top is null && asked.Before is null) top = read.Value.Rows.FirstOrDefault()?.Id ?? 0;
        fresh = asked.Before is null ? await List.CountAsync(core with { Above = top }, ct) : 0;
        (page, loaded) = (read.Value, asked);
        return null;
    }

    private async Task LookAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Look, Ended);
                if (Circuit.Now.Open || page.Rows.Any(row => row.State == OutboxState.Waiting)) await InvokeAsync(ReloadAsync);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The page went.
        }
    }

    private Task ShowFreshAsync()
    {
        loaded = null;
        return ReloadAsync();
    }

    private async Task SendTestAsync()
    {
        testing = true;
        var sent = await Tests.RunAsync(await CurrentActor.GetAsync(), Ended);
        testing = false;
        if (sent.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        else test = sent.Value;
    }

    private async Task SendAllAsync()
    {
        var core = filter.ToCore(Time.GetUtcNow());
        var count = Math.Min(await List.CountEndedAsync(core, Ended), SendManyAgain.Most);
        if (count == 0)
        {
            Snackbar.Add(Text["SendAll_None"], Severity.Info);
            return;
        }

        var question = new NoteQuestion(Text.Count("SendAll_Title", count), Text["SendAll_What", SendManyAgain.Most], null, Text["SendAll"]);
        await NoteDialog.AskAsync(Dialogs, question, async _ => (await Many.StartAsync(core, await CurrentActor.GetAsync(), Ended)).Refusal);
    }

    private string TitleOf(BatchRun run) => run switch
    {
        { Working: true } => Text["Run_Working", run.Seen, run.Of],
        { Failed: true } => Text.Count("Run_Failed", run.Did),
        _ => Text.Count("Run_Done", run.Did),
    };

    private void ChooseType(ChangeEventArgs chosen) => Navigation.NavigateTo(
        ConsoleUrls.Callbacks(filter.First with { Type = CallbacksFilter.Parse(null, chosen.Value as string, null, null, null, null).Type }));

    private void Search(string? text) => Navigation.NavigateTo(ConsoleUrls.Callbacks(filter.First with { Order = string.IsNullOrEmpty(text) ? null : text }));

    private void Open(long? id) => Navigation.NavigateTo(ConsoleUrls.Callbacks(filter with { Open = id }));

    private void Step(int by)
    {
        var at = page.Rows.ToList().FindIndex(row => row.Id == filter.Open) + by;
        if (at >= 0 && at < page.Rows.Count) Open(page.Rows[at].Id);
    }

    private int CountOf(OutboxState state) => counts.GetValueOrDefault(state);

    private List<FilterChip> StateChips() =>
    [
        new(Text["Filter_All"], ConsoleUrls.Callbacks(filter.First with { State = null }), filter.State is null),
        .. Enum.GetValues<OutboxState>().Select(state => new FilterChip(
            Text[$"State_{state}"],
            ConsoleUrls.Callbacks(filter.First with { State = state }),
            filter.State == state,
            counts.TryGetValue(state, out var count) ? count : null,
            More: count >= CallbackList.CountLimit)),
    ];

    private List<FilterChip> PeriodChips() =>
    [
        .. Enum.GetValues<CallbacksPeriod>().Select(period => new FilterChip(
            Text[$"Period_{period}"], ConsoleUrls.Callbacks(filter.First with { Period = period }), filter.Period == period)),
    ];
}
