using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Evidence.Holds;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Retention;

/// <summary>That an order is under a legal hold, or that its personal data was erased; whoever may holds it or lifts the hold.</summary>
public sealed partial class KeepingNote
{
    private IReadOnlyList<LegalHold> holds = [];
    private bool mayHold;
    private OrderFileView? shown;

    [Inject]
    internal IStringLocalizer<RetentionText> Text { get; set; } = default!;

    [Inject]
    internal HoldBook Book { get; set; } = default!;

    [Inject]
    internal PlaceHold Placing { get; set; } = default!;

    [Inject]
    internal LiftHold Lifting { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    /// <summary>The file on the order; read anew, the holds are too.</summary>
    [Parameter, EditorRequired]
    public required OrderFileView File { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (shown == File) return;
        shown = File;
        var viewer = await CurrentActor.GetAsync();
        mayHold = viewer.May(Permission.HoldOrders);
        var read = await Book.OfOrderAsync(File.Order.OrderId, viewer, CancellationToken.None);
        if (read.Done) holds = read.Value;
    }

    private Task PlaceAsync() => AskAsync(
        Text["Hold_Place"], Text["Hold_What"], async reason => (await Placing.RunAsync(HeldKind.Order, File.Order.OrderId, reason, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);

    private Task LiftAsync(LegalHold hold) => AskAsync(
        Text["Hold_Lift"], Text["Hold_LiftWhat"], async reason => (await Lifting.RunAsync(hold.HoldId, reason, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);

    // The page hears of it from the journal and reads the file anew.
    private Task AskAsync(string title, string what, Func<string, Task<Refusal?>> run) =>
        NoteDialog.AskAsync(Dialogs, new NoteQuestion(title, what, Text["Column_Reason"], title, NoteNeeded: true), run);
}
