using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Bulk;
using PagoConsole.Core.Review.Queue;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>Says what a decision over many cases would do, asks for its reason, and starts it.</summary>
public sealed partial class BulkDialog
{
    private const int MostNamed = 12;
    private BulkPreview preview = default!;
    private string reason = "";
    private string note = "";
    private bool lacking;
    private string? refused;

    [Inject]
    internal IStringLocalizer<QueueText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal IOptionsMonitor<ReviewOptions> Options { get; set; } = default!;

    [Inject]
    internal DecideMany Many { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<QueuedCase> Cases { get; set; }

    [Parameter, EditorRequired]
    public required ReviewDecision Decision { get; set; }

    [Parameter, EditorRequired]
    public required Actor By { get; set; }

    /// <summary>Opens it.</summary>
    /// <returns>Whether a run was started.</returns>
    internal static async Task<bool> AskAsync(IDialogService dialogs, IReadOnlyList<QueuedCase> cases, ReviewDecision decision, Actor by)
    {
        var parameters = new DialogParameters<BulkDialog>
        {
            { dialog => dialog.Cases, cases },
            { dialog => dialog.Decision, decision },
            { dialog => dialog.By, by },
        };
        var shown = await dialogs.ShowAsync<BulkDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true });
        return await shown.Result is { Canceled: false };
    }

    protected override void OnInitialized() => preview = BulkPreview.Of(Cases, Decision, By, Time.GetUtcNow());

    private void Start()
    {
        lacking = Decision == ReviewDecision.Reject && reason.Length == 0;
        if (lacking) return;
        var verdict = new Verdict(Decision, reason.Length == 0 ? null : reason, string.IsNullOrWhiteSpace(note) ? null : note, CaseConsequences.None);
        var started = Many.Start([.. Cases.Select(c => c.OrderId)], verdict, By);
        refused = started.Refusal switch
        {
            null => null,
            { Detail: not null } => Text["Bulk_AtWork"],
            var other => Words.Of(other),
        };
        if (started.Done) Dialog?.Close(DialogResult.Ok(true));
    }
}
