using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Schedule;
using PagoConsole.Shared;

namespace PagoConsole.Admin;

/// <summary>
/// The scheduled jobs: when each runs, how long it takes and what comes of it. What people do is heard of at once; runs write no journal,
/// so the page also looks every few seconds.
/// </summary>
public sealed partial class JobsPage
{
    private IReadOnlyList<JobLine> jobs = [];
    private int failing;
    private bool enabled = true;

    [Inject]
    internal IStringLocalizer<JobsText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal JobBoard Board { get; set; } = default!;

    [Inject]
    internal RunJobNow RunNow { get; set; } = default!;

    [Inject]
    internal PauseJob Pauses { get; set; } = default!;

    [Inject]
    internal IOptions<JobsOptions> Options { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    protected override TimeSpan Beat { get; } = TimeSpan.FromSeconds(5);

    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith("job.", StringComparison.Ordinal);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        enabled = Options.Value.Enabled;
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Board.ReadAsync(viewer, ct);
        if (!read.Done) return read.Refusal;
        jobs = read.Value;
        failing = jobs.Count(job => job.Fails);
        return null;
    }

    private async Task RunAsync(string key) => await TellAsync(await RunNow.RunAsync(key, await CurrentActor.GetAsync(), Ended), key, "Asked");

    private async Task PauseAsync(string key) => await TellAsync(await Pauses.PauseAsync(key, await CurrentActor.GetAsync(), Ended), key, "PausedNow");

    private async Task ResumeAsync(string key) => await TellAsync(await Pauses.ResumeAsync(key, await CurrentActor.GetAsync(), Ended), key, "ResumedNow");

    private async Task TellAsync(Result<Unit> result, string key, string done)
    {
        if (result.Refusal is { Code: RefusalCode.NotPossibleInThisState }) Snackbar.Add(Text["NothingToRun", Text.NameOf(key)], Severity.Info);
        else if (result.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        else Snackbar.Add(Text[done, Text.NameOf(key)], Severity.Success);
        await ReloadAsync();
    }
}
