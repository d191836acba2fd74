using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence.Retention;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Retention;

/// <summary>Counts what a run would erase, and starts it once an admin has seen that and says why.</summary>
public sealed partial class DryRunCard
{
    private RetentionPlan? plan;
    private bool busy;
    private bool mayErase;

    [Inject]
    internal IStringLocalizer<RetentionText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal PlanRetention Plans { get; set; } = default!;

    [Inject]
    internal StartRetention Starting { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    /// <summary>The run that is under way; while one is, no other starts.</summary>
    [Parameter, EditorRequired]
    public required RetentionRun? Running { get; set; }

    [Parameter]
    public EventCallback OnStarted { get; set; }

    protected override async Task OnInitializedAsync() => mayErase = (await CurrentActor.GetAsync()).May(Permission.ManageRetention);

    private async Task CountAsync()
    {
        busy = true;
        try
        {
            var counted = await Plans.RunAsync(await CurrentActor.GetAsync(), CancellationToken.None);
            if (counted.Done) plan = counted.Value;
            else Snackbar.Add(Words.Of(counted.Refusal!), Severity.Error);
        }
        finally
        {
            busy = false;
        }
    }

    private async Task EraseAsync()
    {
        var seen = plan!;
        var question = new NoteQuestion(Text["Erase_Title"], Text.Count("Erase_What", seen.Due), Text["Erase_Note"], Text["Erase"], NoteNeeded: true, Dangerous: true);
        var started = await NoteDialog.AskAsync(
            Dialogs, question, async note => (await Starting.RunAsync(seen.Code, note, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        if (!started) return;
        plan = null;
        await OnStarted.InvokeAsync();
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
