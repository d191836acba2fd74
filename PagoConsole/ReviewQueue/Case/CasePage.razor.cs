using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Review;
using PagoConsole.ReviewQueue.Queue;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Case;

/// <summary>One case on one screen. Whoever may decide it has it in hand for as long as it is open here.</summary>
public sealed partial class CasePage
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(3);

    private CaseFileView? view;
    private Actor? viewer;
    private string? shown;
    private bool renewing;

    [Inject]
    internal IStringLocalizer<CaseText> Text { get; set; } = default!;

    [Inject]
    internal CaseFile Files { get; set; } = default!;

    [Inject]
    internal ClaimCase Claim { get; set; } = default!;

    [Inject]
    internal ReleaseCase Release { get; set; } = default!;

    [Inject]
    internal Core.Review.Queue.ReviewQueue Queue { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Parameter]
    public required string OrderId { get; set; }

    /// <summary>The part of the queue that the reader came from.</summary>
    private ReviewsFilter Within => ReviewsFilter.FromQuery(new Uri(Navigation.Uri).Query);

    protected override bool Concerns(JournalEntry entry) => entry.OrderId == OrderId;

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        this.viewer = viewer;
        await LeaveFormerAsync(viewer);
        var read = await Files.ReadAsync(OrderId, viewer, ct);
        if (!read.Done) return read.Refusal;
        if (IsFree(read.Value, viewer))
        {
            // Free: whoever opens it has it in hand. Somebody who was faster is shown by the second reading.
            await Claim.RunAsync(OrderId, viewer, ct);
            read = await Files.ReadAsync(OrderId, viewer, ct);
            if (!read.Done) return read.Refusal;
        }

        view = read.Value;
        _ = RenewAsync();
        return null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !Ended.IsCancellationRequested && shown is not null && viewer is not null) _ = LetGoAsync(shown, viewer);
        base.Dispose(disposing);
    }

    private static bool IsFree(CaseFileView file, Actor viewer) =>
        viewer.May(Permission.DecideCases)
        && file.Case.State is ReviewState.Open or ReviewState.AwaitingSecond
        && file.Case.HolderAt(file.At) is null
        && file.Case.FirstApproval != viewer.Signature
        && (file.Case.EscalatedAt is null || viewer.May(Permission.TakeOverCases));

    private async Task LeaveFormerAsync(Actor viewer)
    {
        if (shown == OrderId) return;
        var former = shown;
        (shown, view) = (OrderId, null);
        if (former is not null) await LetGoAsync(former, viewer);
    }

    /// <summary>Others can take it at once. If that fails, the claim lapses by itself.</summary>
    private async Task LetGoAsync(string orderId, Actor by)
    {
        if (!by.May(Permission.DecideCases)) return;
        try
        {
            await Release.RunAsync(orderId, by, CancellationToken.None);
        }
        catch (Exception failure)
        {
            Log.NotReleased(Logger, orderId, failure);
        }
    }

    private async Task RenewAsync()
    {
        if (renewing) return;
        renewing = true;
        using var timer = new PeriodicTimer(Renewal, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(Ended))
            {
                if (view is { InHand: true }) await Claim.RunAsync(OrderId, viewer!, Ended);
                await ReloadAsync(); // a claim that lapsed is no journal entry
            }
        }
        catch (OperationCanceledException) when (Ended.IsCancellationRequested)
        {
            // The page went.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private KeyMeaning[] Keys() =>
        [.. ((string[])["A", "R", "I", "E", "T", "Z", "S", "N", "1–5", "1–9", "Esc", "?"]).Select(key => new KeyMeaning(key, Text[$"Key_{key}"]))];

    private async Task NextAsync()
    {
        var within = Within;
        if (await Queue.NextAsync(within.Cases, within.Order, OrderId, await CurrentActor.GetAsync(), Ended) is { } next) Navigation.NavigateTo(ConsoleUrls.Review(next, within));
        else Snackbar.Add(Text["Next_None"], Severity.Info);
    }

    private static partial class Log
    {
        [LoggerMessage(9210, LogLevel.Warning, "Case {OrderId} was not released; its claim lapses by itself")]
        public static partial void NotReleased(ILogger logger, string orderId, Exception failure);
    }
}
