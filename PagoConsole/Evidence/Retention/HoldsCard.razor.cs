using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence.Holds;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Retention;

/// <summary>The legal holds; whoever may lifts one, and says why.</summary>
public sealed partial class HoldsCard
{
    [Inject]
    internal IStringLocalizer<RetentionText> Text { get; set; } = default!;

    [Inject]
    internal LiftHold Lifting { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<LegalHold> Holds { get; set; }

    [Parameter]
    public bool MayLift { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private static string? HrefOf(LegalHold hold) => hold.Kind switch
    {
        HeldKind.Order => ConsoleUrls.Order(hold.Value),
        HeldKind.Account => ConsoleUrls.Account(hold.Value),
        HeldKind.Document => null,
    };

    private async Task LiftAsync(LegalHold hold)
    {
        var question = new NoteQuestion(Text["Hold_LiftOf", hold.Shown], Text["Hold_LiftWhat"], Text["Column_Reason"], Text["Hold_Lift"], NoteNeeded: true);
        await NoteDialog.AskAsync(
            Dialogs, question, async reason => (await Lifting.RunAsync(hold.HoldId, reason, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        await OnDone.InvokeAsync();
    }
}
