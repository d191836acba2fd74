using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>What can be done with a difference: who works on it, asking PagoEfectivo, and what it is. Each choice says beforehand what it does.</summary>
public sealed partial class WorkCard
{
    private IReadOnlyList<string> people = [];
    private DifferenceState? chosen;
    private string note = "";
    private string? fault;
    private bool busy;

    [Inject]
    internal IStringLocalizer<DifferencesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal AssignDifference Assign { get; set; } = default!;

    [Inject]
    internal DecideDifference Decide { get; set; } = default!;

    [Inject]
    internal AskAboutDifference Ask { get; set; } = default!;

    [Inject]
    internal PeopleDirectory People { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DifferenceView View { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    /// <summary>Something was done, or somebody else was faster.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    private Difference Found => View.Difference;

    private bool MayWork => Viewer.May(Permission.Reconcile);

    /// <summary>Whether whoever looks asked for the write-off: another person must confirm it.</summary>
    private bool AskedByViewer => Found.AwaitsSecond && Found.WriteOffBy == Viewer.Signature;

    private IEnumerable<DifferenceState> Choices => Possible.Where(state => !(AskedByViewer && state == DifferenceState.WrittenOff));

    private IEnumerable<DifferenceState> Possible => Found switch
    {
        { IsOpen: false } => [DifferenceState.Open],
        { AwaitsSecond: true } => [DifferenceState.WrittenOff, DifferenceState.Explained, DifferenceState.Corrected, DifferenceState.WaitingForPagoEfectivo, DifferenceState.Open],
        { State: DifferenceState.WaitingForPagoEfectivo } => [DifferenceState.Explained, DifferenceState.Corrected, DifferenceState.WaitingForPagoEfectivo, DifferenceState.WrittenOff, DifferenceState.Open],
        _ => [DifferenceState.Explained, DifferenceState.WaitingForPagoEfectivo, DifferenceState.Corrected, DifferenceState.WrittenOff],
    };

    protected override async Task OnInitializedAsync()
    {
        if (MayWork) people = await People.WhoMayAsync(Permission.Reconcile, CancellationToken.None);
    }

    protected override void OnParametersSet()
    {
        // What has become impossible meanwhile is not chosen any more.
        if (chosen is { } state && !Choices.Contains(state)) chosen = null;
    }

    private string NameOf(DifferenceState state) => (state, Found.IsOpen, Found.AwaitsSecond) switch
    {
        (DifferenceState.Open, false, _) => Text["Decide_Reopen"],
        (DifferenceState.Open, _, true) => Text["Decide_Decline"],
        (DifferenceState.WrittenOff, _, true) => Text["Decide_Confirm"],
        _ => Text[$"Decide_{state}"],
    };

    private string EffectOf(DifferenceState state) => (state, Found.AwaitsSecond, View.NeedsSecond) switch
    {
        (DifferenceState.Open, true, _) => Text["Effect_Decline"],
        (DifferenceState.WrittenOff, false, true) => Text["Effect_WrittenOff_First", MoneyFormat.Of(Found.AtStake)],
        (DifferenceState.WrittenOff, _, _) => Text["Effect_WrittenOff", MoneyFormat.Of(Found.AtStake)],
        _ => Text[$"Effect_{state}"],
    };

    private void Choose(DifferenceState state) => (chosen, fault) = (state, null);

    // The version is that of what stood on the screen when the person made up their mind.
    private async Task SubmitAsync()
    {
        if (busy || chosen is not { } to) return;
        fault = string.IsNullOrWhiteSpace(note) ? Words["Refusal_NoteNeeded"].Value : null;
        if (fault is not null) return;
        var decision = new DifferenceDecision(to, note, Found.Version);
        var done = await BusyAsync(async () => (await Decide.RunAsync(Found.DifferenceId, decision, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        fault = done is null ? null : Words.Of(done);
        if (done is null) (chosen, note) = (null, "");
        await OnDone.InvokeAsync();
    }

    private Task GiveAsync(ChangeEventArgs given) => given.Value as string is { Length: > 0 } name ? AssignAsync($"person:{name}") : Task.CompletedTask;

    private Task AssignAsync(string? owner) => DoAsync(async by => (await Assign.RunAsync(Found.DifferenceId, owner, Found.Version, by, CancellationToken.None)).Refusal);

    private Task AskAsync() => DoAsync(async by =>
    {
        var before = Found.ToldAt;
        var asked = await Ask.RunAsync(Found.DifferenceId, by, CancellationToken.None);
        return asked.Refusal ?? (asked.Value.ToldAt == before ? new Refusal(RefusalCode.NoAnswer) : null);
    });

    private async Task DoAsync(Func<Actor, Task<Refusal?>> action)
    {
        if (busy) return;
        if (await BusyAsync(async () => await action(await CurrentActor.GetAsync())) is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        await OnDone.InvokeAsync();
    }

    private async Task<Refusal?> BusyAsync(Func<Task<Refusal?>> action)
    {
        busy = true;
        try
        {
            return await action();
        }
        finally
        {
            busy = false;
        }
    }
}
