using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.BackTest.Search;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Risk.Replay;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.BackTest;

/// <summary>
/// Replays history through a rule set: every order of some days is judged on what was known when it was accepted. Changes nothing, and may
/// run beside a console at work.
/// </summary>
public sealed class RunBackTest
{
    /// <summary>Pages that are read ahead of those being replayed.</summary>
    private const int ReadAhead = 4;

    /// <summary>Labelled orders that are searched.</summary>
    private const int MostLabelled = 200_000;

    private readonly HistoryReader reader;
    private readonly RuleBook book;

    internal RunBackTest(IDbContextFactory<PagoDb> contexts, PlaceFinder places, RuleBook book)
    {
        reader = new HistoryReader(contexts, places);
        this.book = book;
    }

    /// <summary>Runs it.</summary>
    public async Task<BackTestReport> RunAsync(BackTestQuery query, IProgress<BackTestProgress>? progress, CancellationToken ct)
    {
        // Where thresholds are searched, counts go as far as the highest that is tried.
        var bound = book.Bind(query.Rules, query.Suggest is null ? 0 : query.Rules.Rules.Select(e => Tier.HighestCount(book.Find(e.Rule)!)).DefaultIfEmpty().Max() + 1 + Binding.Beyond);
        var run = new Run(query, bound, query.Suggest is null ? null : new LabelledSample(query.Rules, book, bound.Plan, MostLabelled));
        var (after, upTo) = (run.From - bound.Plan.LooksBack - ReplayedHistory.Late, run.Until + ReplayedHistory.Late);
        if (await reader.ExtentAsync(after, upTo, ct) is not { } extent) return run.Report();

        var logins = await reader.LoginsAsync(after, upTo, ct);
        var history = new ReplayedHistory(bound.Plan.LooksBack, logins, await reader.PeopleAsync(ct));
        var pages = Channel.CreateBounded<IReadOnlyList<ReplayedOrder>>(new BoundedChannelOptions(ReadAhead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Task.Run(() => ReadAsync(after, extent.Last, bound.Asks("device-reputation"), pages.Writer, stop.Token), ct);
        try
        {
            await foreach (var page in pages.Reader.ReadAllAsync(ct))
            {
                foreach (var order in page) await run.TakeAsync(history, order, ct);
                progress?.Report(run.Progress((page[^1].Subject.SeenAt - extent.First) / (extent.Last - extent.First)));
            }

            return run.Report();
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // what it failed of was told through the channel
        }
    }

    private async Task ReadAsync(
        DateTimeOffset after, DateTimeOffset upTo, bool reputation, ChannelWriter<IReadOnlyList<ReplayedOrder>> to, CancellationToken ct)
    {
        try
        {
            await foreach (var page in reader.OrdersAsync(after, upTo, reputation, ct)) await to.WriteAsync(page, ct);
            to.Complete();
        }
        catch (Exception failure)
        {
            to.Complete(failure);
        }
    }

    /// <summary>One run: which orders count, and what was counted so far.</summary>
    private sealed class Run(BackTestQuery query, BoundRules bound, LabelledSample? sample)
    {
        private readonly Tally tally = new(bound);
        private long replayed;

        public DateTimeOffset From { get; } = Lima.StartOf(query.From);

        public DateTimeOffset Until { get; } = Lima.StartOf(query.To.AddDays(1));

        public async ValueTask TakeAsync(ReplayedHistory history, ReplayedOrder order, CancellationToken ct)
        {
            replayed++;
            if (order.Subject.PlacedAt >= From && order.Subject.PlacedAt < Until)
            {
                var facts = await bound.Plan.CollectAsync(history, order.Subject, order.Outside, ct);
                tally.Add(facts, order.Fraud);
                if (order.Fraud is { } fraud) sample?.Add(facts, fraud);
            }

            history.Add(order);
        }

        public BackTestProgress Progress(double share) => new(replayed, tally.Orders, double.IsNaN(share) ? 1 : Math.Clamp(share, 0, 1));

        public BackTestReport Report() => tally.Report(
            query.Suggest is { } goal && sample is not null ? new MakeSuggestion(query.Rules, sample, goal).Run() : null);
    }
}
