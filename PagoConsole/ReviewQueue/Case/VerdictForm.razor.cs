using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Case;

/// <summary>Why it is approved or rejected, and what else that does.</summary>
public sealed partial class VerdictForm
{
    private readonly HashSet<ListedKind> listed = [];
    private ElementReference[] radios = [];
    private string? reason;
    private string note = "";
    private bool labelled;
    private bool busy;
    private string? fault;

    [Inject]
    internal IStringLocalizer<CaseText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal IOptionsMonitor<ReviewOptions> Options { get; set; } = default!;

    [Inject]
    internal BrowserMemory Memory { get; set; } = default!;

    [Parameter, EditorRequired]
    public required CaseFileView View { get; set; }

    [Parameter, EditorRequired]
    public required ReviewDecision Decision { get; set; }

    /// <summary>Decides; gives the refusal, or null when it is decided.</summary>
    [Parameter, EditorRequired]
    public required Func<Verdict, Task<Refusal?>> Run { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    private IReadOnlyList<string> Codes => Options.CurrentValue.ReasonsFor(Decision);

    private string KeepKey => $"verdict:{View.Case.OrderId}";

    private ListEffect Effect => Decision == ReviewDecision.Reject ? ListEffect.Block : ListEffect.Trust;

    /// <summary>What could be listed, by the value that would stand there; only whoever sees the buyer whole can tell.</summary>
    private IEnumerable<(ListedKind Kind, string Value)> Listable => View.Whole
        ? from kind in Enum.GetValues<ListedKind>()
          let value = new ListChoice(kind, Effect).ValueOf(View.Content)
          where value is not null
          select (kind, value)
        : [];

    private string What => Text[Decision == ReviewDecision.Approve && View.Case is { NeedsSecond: true, State: ReviewState.Open } ? "Approve_First_What" : $"{Decision}_What"];

    protected override void OnInitialized()
    {
        radios = new ElementReference[Codes.Count];

        // An approval has its usual reason; why somebody is turned away, a person says each time.
        // A second approval keeps the first one's reason unless another is chosen.
        if (Decision == ReviewDecision.Approve && View.Case.State == ReviewState.Open) reason = Codes[0];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        if (await Memory.TakeAsync($"keep:{KeepKey}") is { Length: > 0 } kept)
        {
            note = kept;
            StateHasChanged();
        }

        await radios[0].FocusAsync();
    }

    private void Toggle(ListedKind kind)
    {
        if (!listed.Remove(kind)) listed.Add(kind);
    }

    private void Choose(string word) => (reason, fault) = (word, null);

    private async Task CloseAsync() => await OnClose.InvokeAsync();

    private async Task ConfirmAsync()
    {
        if (busy) return;
        if (Decision == ReviewDecision.Reject && reason is null)
        {
            fault = Text["Reason_Needed"];
            return;
        }

        busy = true;
        try
        {
            bool? fraud = labelled ? Decision == ReviewDecision.Reject : null;
            var refusal = await Run(new Verdict(Decision, reason, note, new CaseConsequences([.. listed.Order().Select(kind => new ListChoice(kind, Effect))], fraud)));
            fault = refusal is null ? null : Words.Of(refusal);
            if (refusal is null) await Memory.TakeAsync($"keep:{KeepKey}");
        }
        finally
        {
            busy = false;
        }
    }
}
