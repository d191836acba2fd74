using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Case;

/// <summary>What the panel offers now.</summary>
internal enum PanelStage
{
    Closed,
    Undo,
    Watch,
    Choose,
    Fill,
}

/// <summary>What is being filled in.</summary>
internal enum PanelForm
{
    Approve,
    Reject,
    Ask,
    Escalate,
}

/// <summary>Where a case is decided: everything that can be done with it, in one place, each with its key.</summary>
public sealed partial class DecisionPanel
{
    private PanelForm? form;
    private PanelStage? drawn;
    private ElementReference heading;

    [Inject]
    internal IStringLocalizer<CaseText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal DecideCase Decide { get; set; } = default!;

    [Inject]
    internal AskMarketplace Ask { get; set; } = default!;

    [Inject]
    internal EscalateCase Escalate { get; set; } = default!;

    [Inject]
    internal TakeOverCase TakeOver { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Parameter, EditorRequired]
    public required CaseFileView View { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    /// <summary>Takes a case in hand that became free while one looked on.</summary>
    [Parameter]
    public EventCallback OnTake { get; set; }

    private PanelStage Stage => View.Case.State switch
    {
        ReviewState.Closed => PanelStage.Closed,
        ReviewState.Decided => PanelStage.Undo,
        _ when !MayWork => PanelStage.Watch,
        _ => form is null ? PanelStage.Choose : PanelStage.Fill,
    };

    private bool MayWork =>
        Viewer.May(Permission.DecideCases)
        && (View.Case.HolderAt(View.At) is not { } holder || holder == Viewer.Signature)
        && (View.Case.EscalatedAt is null || Viewer.May(Permission.TakeOverCases));

    private bool MayTakeOver => Viewer.May(Permission.TakeOverCases) && View.Case.HolderAt(View.At) is { } holder && holder != Viewer.Signature;

    private bool FirstIsMine => View.Case.State == ReviewState.AwaitingSecond && View.Case.FirstApproval == Viewer.Signature;

    private bool AskedBefore => form == PanelForm.Ask && View.Case.PausedUntil is not null;

    private string Watching => View.Case switch
    {
        _ when !Viewer.May(Permission.DecideCases) => Text["Watch_Role"],
        _ when View.Case.HolderAt(View.At) is { } holder && holder != Viewer.Signature => Text["Watch_Other", holder[(holder.IndexOf(':', StringComparison.Ordinal) + 1)..]],
        _ => Text["Watch_Lead"],
    };

    /// <summary>When a form goes, the focus stays in the panel, where its keys and its news are.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var before = drawn;
        drawn = Stage;
        if (before == PanelStage.Fill && drawn != PanelStage.Fill) await heading.FocusAsync();
    }

    private async Task OpenAsync(PanelForm what)
    {
        form = what;
        if (!View.InHand) await OnTake.InvokeAsync();
    }

    private void Close() => form = null;

    private Task<Refusal?> DecideAsync(Verdict verdict) => DoneAsync(Decide.RunAsync(View.Case.OrderId, verdict, Viewer, CancellationToken.None));

    private Task<Refusal?> SendAsync(string words) => DoneAsync(form == PanelForm.Ask
        ? Ask.RunAsync(View.Case.OrderId, words, Viewer, CancellationToken.None)
        : Escalate.RunAsync(View.Case.OrderId, words, Viewer, CancellationToken.None));

    private async Task TakeOverAsync()
    {
        var result = await TakeOver.RunAsync(View.Case.OrderId, Viewer, CancellationToken.None);
        if (result.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        await OnDone.InvokeAsync();
    }

    private async Task<Refusal?> DoneAsync(Task<Result<ReviewCase>> doing)
    {
        var result = await doing;
        if (result.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Warning);
        else form = null;
        await OnDone.InvokeAsync();
        return result.Refusal;
    }
}
