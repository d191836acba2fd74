using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using MudBlazor;
using PagoConsole.Core.Connection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.PagoEfectivo.Announcements;
using PagoConsole.Shared;

namespace PagoConsole.Admin;

/// <summary>Checks, when asked, every way between PagoEfectivo, the marketplace and this console, and says what to do about what it finds.</summary>
public sealed partial class ConnectionPage
{
    private static readonly IReadOnlyList<(string Name, ConnectionStep[] Steps)> Ways =
    [
        ("Gateway", [ConnectionStep.Address, ConnectionStep.Keys, ConnectionStep.Clock, ConnectionStep.GatewayCertificate, ConnectionStep.LastCall]),
        ("Door", [ConnectionStep.Door, ConnectionStep.LastWebhook, ConnectionStep.OwnCertificate]),
        ("Marketplace", [ConnectionStep.Callback, ConnectionStep.CallbackCertificate]),
    ];

    private static readonly IReadOnlyList<ConnectionStep> Steps = [.. Ways.SelectMany(way => way.Steps)];

    private readonly List<ConnectionResult> results = [];
    private IReadOnlyList<KeptAnnouncement> announced = [];
    private CancellationTokenSource? stopping;
    private bool running;
    private bool stopped;

    [Inject]
    internal IStringLocalizer<ConnectionText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal CheckConnection Check { get; set; } = default!;

    [Inject]
    internal AnnouncementList Announcements { get; set; } = default!;

    [Inject]
    internal IOptionsMonitor<PagoEfectivoOptions> Options { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    private ConnectionStep? NextStep => Steps.Count > results.Count ? Steps[results.Count] : null;

    private int Troubles => results.Count(result => result.State is ConnectionState.Bad or ConnectionState.Warning);

    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith("alarm.", StringComparison.Ordinal);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Announcements.ReadAsync(viewer, ct);
        if (read.Done) announced = read.Value;
        return read.Refusal;
    }

    private async Task RunAsync()
    {
        if (running) return;
        results.Clear();
        (running, stopped) = (true, false);
        using var limit = stopping = CancellationTokenSource.CreateLinkedTokenSource(Ended);
        try
        {
            var checkedNow = await Check.RunAsync(ShowAsync, await CurrentActor.GetAsync(), limit.Token);
            if (checkedNow.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        }
        catch (OperationCanceledException)
        {
            stopped = true;
        }
        finally
        {
            (running, stopping) = (false, null);
        }
    }

    private Task ShowAsync(ConnectionResult result) => InvokeAsync(() =>
    {
        results.Add(result);
        StateHasChanged();
    });

    private void Stop() => stopping?.Cancel();
}
