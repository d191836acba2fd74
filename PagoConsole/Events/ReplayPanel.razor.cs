using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Webhooks;
using PagoConsole.Core.Webhooks.Replay;
using PagoConsole.Shared;

namespace PagoConsole.Events;

/// <summary>Has a delivery processed again: first as a dry run, then, after a note, for real. Below, who did so before.</summary>
public sealed partial class ReplayPanel
{
    private IReadOnlyList<ReceiptReplay> trail = [];
    private ReplayFindings? found;
    private string? refused;
    private bool done;
    private bool busy;
    private bool may;

    [Inject]
    internal IStringLocalizer<EventsText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal ReplayReceipt Replay { get; set; } = default!;

    [Inject]
    internal ReplayList List { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Parameter, EditorRequired]
    public required EventLine Line { get; set; }

    protected override async Task OnInitializedAsync()
    {
        may = (await CurrentActor.GetAsync()).May(Permission.ReplayDeliveries);
        await ReadTrailAsync();
    }

    private async Task ReadTrailAsync()
    {
        var read = await List.OfAsync(Line, await CurrentActor.GetAsync(), CancellationToken.None);
        if (read.Done) trail = read.Value;
    }

    private async Task DryRunAsync()
    {
        busy = true;
        Show(await Replay.DryRunAsync(Line, await CurrentActor.GetAsync(), CancellationToken.None), real: false);
        busy = false;
    }

    private async Task AskAsync()
    {
        var question = new NoteQuestion(Text["Replay_Ask"], Text["Replay_Ask_What"], Text["Replay_Note"], Text["Replay_Run"], NoteNeeded: true);
        if (await NoteDialog.AskAsync(Dialogs, question, RunAsync)) await ReadTrailAsync();
    }

    private async Task<Refusal?> RunAsync(string note)
    {
        var replayed = await Replay.RunAsync(Line, note, await CurrentActor.GetAsync(), CancellationToken.None);
        if (replayed.Done) Show(replayed, real: true);
        return replayed.Refusal;
    }

    private void Show(Result<ReplayFindings> result, bool real)
    {
        (found, done) = result.Done ? (result.Value, real) : (null, false);
        refused = result.Refusal is { } refusal ? Words.Of(refusal) : null;
    }
}
