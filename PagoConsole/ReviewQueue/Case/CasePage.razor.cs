using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.ReviewQueue.Queue;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Case;

/// <summary>
/// One case on one screen. Whoever opens it while it is free has it in hand for as long as it is open here; one that becomes free later is taken by
/// a key, not by looking on.
/// </summary>
public sealed partial class CasePage
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);

    private CaseFileView? view;
    private Actor? viewer;
    private OrderContent? unmasked;
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
    internal CasesOnScreen OnScreen { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal UnmaskOrder Unmask { get; set; } = default!;

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
        var opened = shown != OrderId;
        if (opened) await OpenAsync(viewer);
        var read = await Files.ReadAsync(OrderId, viewer, ct);
        if (!read.Done) return read.Refusal;
        if (opened && IsFree(read.Value, viewer))
        {
            // Somebody who was faster is shown by the second reading.
            await Claim.RunAsync(OrderId, viewer, ct);
            read = await Files.ReadAsync(OrderId, viewer, ct);
            if (!read.Done) return read.Refusal;
        }

        view = unmasked is null || read.Value.Whole ? read.Value : read.Value with { Content = unmasked, Whole = true };
        _ = RenewAsync();
        return null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !Ended.IsCancellationRequested && shown is not null && viewer is not null) _ = LetGoAsync(shown, viewer, atOnce: false);
        base.Dispose(disposing);
    }

    private static bool IsFree(CaseFileView file, Actor viewer) =>
        viewer.May(Permission.DecideCases)
        && file.Case.State is ReviewState.Open or ReviewState.AwaitingSecond
        && file.Case.HolderAt(file.At) is null
        && file.Case.FirstApproval != viewer.Signature
        && (file.Case.EscalatedAt is null || viewer.May(Permission.TakeOverCases));

    private async Task OpenAsync(Actor viewer)
    {
        var former = shown;
        (shown, view, unmasked) = (OrderId, null, null);
        OnScreen.Opened(viewer.Signature, OrderId);
        if (former is not null) await LetGoAsync(former, viewer, atOnce: true);
    }

    /// <summary>Others can take it. If that fails, the claim lapses by itself.</summary>
    private async Task LetGoAsync(string orderId, Actor by, bool atOnce)
    {
        try
        {
            if (await OnScreen.ClosedAsync(by.Signature, orderId, atOnce) && by.May(Permission.DecideCases))
                await Release.RunAsync(orderId, by, CancellationToken.None);
        }
        catch (Exception failure)
        {
            Log.NotReleased(Logger, orderId, failure);
        }
    }

    private async Task TakeAsync()
    {
        var claimed = await Claim.RunAsync(OrderId, await CurrentActor.GetAsync(), CancellationToken.None);
        if (claimed.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Warning);
        await ReloadAsync();
    }

    private async Task<Refusal?> UnmaskAsync(string reason, Actor by)
    {
        var result = await Unmask.RunAsync(OrderId, reason, by, CancellationToken.None);
        if (result.Done) unmasked = result.Value;
        return result.Refusal;
    }

    private async Task RenewAsync()
    {
        if (renewing) return;
        renewing = true;
        using var timer = new PeriodicTimer(Renewal, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(Ended)) await RenewOnceAsync();
        }
        catch (OperationCanceledException) when (Ended.IsCancellationRequested)
        {
            // The page went.
        }
    }

    private async Task RenewOnceAsync()
    {
        try
        {
            if (view is { InHand: true }) await Claim.RunAsync(OrderId, viewer!, Ended);
            await ReloadAsync(); // a claim that lapsed is no journal entry
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotRenewed(Logger, OrderId, failure); // the next beat tries again, well before the claim lapses
        }
    }

    private KeyMeaning[] Keys() =>
        [.. ((string[])["A", "R", "I", "E", "T", "Z", "S", "C", "N", "1–5", "1–9", "Esc", "?"]).Select(key => new KeyMeaning(key, Text[$"Key_{key}"]))];

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

        [LoggerMessage(9211, LogLevel.Warning, "Case {OrderId} could not be renewed; it is tried again")]
        public static partial void NotRenewed(ILogger logger, string orderId, Exception failure);
    }
}
