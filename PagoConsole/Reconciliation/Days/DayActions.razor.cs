using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Reconciliation.Differences;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Days;

/// <summary>What can be done with a day: pull, upload, run again, close, open again, export.</summary>
public sealed partial class DayActions
{
    [Inject]
    internal IStringLocalizer<DaysText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal CloseDay Close { get; set; } = default!;

    [Inject]
    internal ReopenDay Reopen { get; set; } = default!;

    [Inject]
    internal DayWork Work { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DayFacts Facts { get; set; }

    [Parameter]
    public bool MayWork { get; set; }

    /// <summary>Something is being done with the day.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>Somebody wants to hand in a file.</summary>
    [Parameter]
    public EventCallback OnUpload { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private string? Obstacle => Facts.Obstacle is { } obstacle ? Words.Of(obstacle) : null;

    private DateOnly Today => Lima.DayOf(Time.GetUtcNow());

    private Task PullAsync() => StartAsync(by => Work.Pull(Facts.Day, by, Facts.Record?.RunId));

    private Task MatchAsync() => StartAsync(by => Work.Match(Facts.Day, by, Facts.Record?.RunId));

    private async Task StartAsync(Func<Actor, Refusal?> start)
    {
        if (start(await CurrentActor.GetAsync()) is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        await OnDone.InvokeAsync();
    }

    // What is in the way is said at once; the version is that of what stood on the screen.
    private async Task CloseAsync()
    {
        if (Facts.Obstacle is { } obstacle)
        {
            Snackbar.Add(Words.Of(obstacle), Severity.Warning);
            return;
        }

        var (day, seen) = (Facts.Day, Facts.Record!.Version);
        await NoteDialog.AskAsync(
            Dialogs,
            new NoteQuestion(Text["Close"], Text["Close_What", DifferenceWords.DayOf(day), Facts.Total] + (Facts.NewestIsBroken ? $" {Text["Broken_Close"]}" : ""), null, Text["Close"]),
            async _ => (await Close.RunAsync(day, seen, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        await OnDone.InvokeAsync();
    }

    private async Task ReopenAsync()
    {
        var day = Facts.Day;
        await NoteDialog.AskAsync(
            Dialogs,
            new NoteQuestion(Text["Reopen"], Text["Reopen_What", DifferenceWords.DayOf(day)], Text["Reopen_Note"], Text["Reopen"], NoteNeeded: true),
            async note => (await Reopen.RunAsync(day, note, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        await OnDone.InvokeAsync();
    }
}
