using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Webhooks;
using PagoConsole.Core.Webhooks.Replay;
using PagoConsole.Shared;

namespace PagoConsole.Events;

/// <summary>Has all deliveries of the chosen verdicts processed again, where those are verdicts that somebody must look at.</summary>
public sealed partial class ReplayAll
{
    private BatchRun? run;
    private (IReadOnlyList<DeliveryVerdict> Verdicts, long? Newest) looked = ([], null);
    private bool may;
    private bool any;

    [Inject]
    internal IStringLocalizer<EventsText> Text { get; set; } = default!;

    [Inject]
    internal ReplayMany Many { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<DeliveryVerdict> Verdicts { get; set; }

    /// <summary>The newest line of the feed: where it changes there may be something to process again.</summary>
    [Parameter]
    public long? Newest { get; set; }

    private bool Offered => Verdicts.Count > 0 && Verdicts.All(ReplayList.Offered.Contains);

    protected override async Task OnInitializedAsync()
    {
        var viewer = await CurrentActor.GetAsync();
        may = viewer.May(Permission.ReplayDeliveries);
        run = Many.Of(viewer);
    }

    protected override Task OnParametersSetAsync() => looked == (Verdicts, Newest) ? Task.CompletedTask : LookAsync();

    private async Task LookAsync()
    {
        looked = (Verdicts, Newest);
        any = Offered && await Many.AnyAsync(Verdicts, await CurrentActor.GetAsync(), CancellationToken.None);
    }

    private async Task AskAsync()
    {
        var verdicts = Verdicts;
        var counted = await Many.CountAsync(verdicts, await CurrentActor.GetAsync(), CancellationToken.None);
        if (counted is not { Done: true, Value: > 0 and var count })
        {
            any = false; // somebody else was faster
            return;
        }

        var question = new NoteQuestion(
            Text.Count("Replay_All_Title", count), Text["Replay_All_What", ReplayMany.Most], Text["Replay_Note"], Text["Replay_All"], NoteNeeded: true);
        await NoteDialog.AskAsync(Dialogs, question, note => StartAsync(verdicts, note));
    }

    private async Task<Refusal?> StartAsync(IReadOnlyList<DeliveryVerdict> verdicts, string note)
    {
        var started = await Many.StartAsync(verdicts, note, await CurrentActor.GetAsync(), CancellationToken.None);
        if (started.Done) run = started.Value;
        return started.Refusal;
    }

    private async Task ForgetAsync()
    {
        Many.Forget(await CurrentActor.GetAsync());
        run = null;
    }

    private string TitleOf(BatchRun shown) => shown switch
    {
        { Working: true } => Text["Replay_All_Working", shown.Seen, shown.Of],
        { Failed: true } => Text["Replay_All_Failed", shown.Did],
        _ => Text["Replay_All_Done", shown.Did, shown.Of],
    };
}
