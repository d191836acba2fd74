using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Storage;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Core.Payments;

/// <summary>An order whose payment is to be asked about.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="At">Since when it is due to be asked about.</param>
/// <param name="PaymentId">Its payment; null where there is none, and nothing is asked.</param>
internal sealed record Look(string OrderId, DateTimeOffset At, string? PaymentId);

/// <summary>What came of one.</summary>
/// <param name="Look">What was asked.</param>
/// <param name="Answer">What PagoEfectivo said; null if it was not asked.</param>
internal sealed record Looked(Look Look, Answer? Answer);

/// <summary>
/// Asks PagoEfectivo about many payments side by side and writes down what it says, many in one transaction and none for long: the door and the
/// screens go on meanwhile, since a batch becomes smaller as soon as it took long. What fails is tried by itself, so that one that fails every time does not take the others with it.
/// </summary>
internal sealed class PaymentLooks(Writes writes, IPaymentGateway gateway)
{
    private const int AtOnce = 16;
    private const int MostAtOnce = 32;
    private const int FewestAtOnce = 2;
    private const int MostTold = 5;
    private static readonly TimeSpan TooLong = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan ShortestQuiet = TimeSpan.FromSeconds(5);

    private DateTimeOffset quietUntil;
    private int writtenAtOnce = MostAtOnce / 4;

    /// <summary>PagoEfectivo said that it was asked too often, and for how long it wants to be left alone; in real time.</summary>
    public bool IsQuiet => RealClock.Now < quietUntil;

    /// <summary>Asks about each and records what came of it.</summary>
    /// <param name="due">What to ask about.</param>
    /// <param name="before">Waited for before each call.</param>
    /// <param name="matters">Whether there is anything to record.</param>
    /// <param name="record">Records it, holding the order's row; says whether it counts.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many counted.</returns>
    /// <exception cref="AggregateException">Some failed; all the others were worked off.</exception>
    public async Task<int> RunAsync(
        IReadOnlyCollection<Look> due, Func<CancellationToken, ValueTask> before, Func<Looked, bool> matters,
        Func<WriteScope, Looked, Order, Payment?, Task<bool>> record, CancellationToken ct)
    {
        var counted = 0;
        var failures = new ConcurrentQueue<Exception>();
        var answers = Channel.CreateBounded<Looked>(MostAtOnce * 2);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var asking = AskAsync(due, before, answers.Writer, failures, stop.Token);
        try
        {
            var batch = new List<Looked>(MostAtOnce);
            while (await answers.Reader.WaitToReadAsync(ct))
            {
                batch.Clear();
                while (batch.Count < writtenAtOnce && answers.Reader.TryRead(out var next)) batch.Add(next);
                batch.RemoveAll(looked => !matters(looked));
                counted += await WriteAsync(batch, record, failures, ct);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!failures.IsEmpty) throw new AggregateException($"{failures.Count} of {due.Count} failed, the others were worked off.", failures.Take(MostTold));
        return counted;
    }

    private async Task AskAsync(
        IReadOnlyCollection<Look> due, Func<CancellationToken, ValueTask> before, ChannelWriter<Looked> answers, ConcurrentQueue<Exception> failures, CancellationToken ct)
    {
        try
        {
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (look, stop) =>
            {
                try
                {
                    await answers.WriteAsync(new Looked(look, await AskAsync(look, before, stop)), stop);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    failures.Enqueue(Named(look, failure));
                }
            });
        }
        finally
        {
            answers.TryComplete();
        }
    }

    private async Task<Answer?> AskAsync(Look look, Func<CancellationToken, ValueTask> before, CancellationToken ct)
    {
        if (look.PaymentId is null || IsQuiet) return null;
        await before(ct);
        var answer = await gateway.FindAsync(look.PaymentId, ct);
        if (answer is Answer.Refused { Error: GatewayError.TooManyRequests }) quietUntil = RealClock.Now + answer.Pause(ShortestQuiet);
        return answer;
    }

    private async Task<int> WriteAsync(List<Looked> batch, Func<WriteScope, Looked, Order, Payment?, Task<bool>> record, ConcurrentQueue<Exception> failures, CancellationToken ct)
    {
        if (batch.Count == 0) return 0;
        try
        {
            var begun = 0L;
            var counted = await writes.DoAsync(
                tx =>
                {
                    begun = Stopwatch.GetTimestamp(); // its turn has come: to have waited for it is no reason to write less
                    return RecordAsync(tx, batch, record, ct);
                },
                ct);
            Adapt(Stopwatch.GetElapsedTime(begun), batch.Count);
            return counted;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !StoreOutage.Is(failure))
        {
            var counted = 0;
            if (batch.Count == 1) failures.Enqueue(Named(batch[0].Look, failure));
            else foreach (var one in batch) counted += await WriteAsync([one], record, failures, ct);
            return counted;
        }
    }

    // Whoever knocks at the door waits for the transaction that is under way. How many rows that may have depends on the machine and on what else it does.
    private void Adapt(TimeSpan took, int written)
    {
        if (took > TooLong) writtenAtOnce = Math.Max(FewestAtOnce, written / 2);
        else if (written == writtenAtOnce && took < TooLong / 2) writtenAtOnce = Math.Min(MostAtOnce, writtenAtOnce + 2);
    }

    private static async Task<int> RecordAsync(WriteScope tx, List<Looked> batch, Func<WriteScope, Looked, Order, Payment?, Task<bool>> record, CancellationToken ct)
    {
        var ids = batch.ConvertAll(looked => looked.Look.OrderId);
        var orders = (await tx.LockManyAsync<Order>(ids, ct)).ToDictionary(order => order.OrderId);
        var payments = await tx.Db.Set<Payment>().Where(p => ids.Contains(p.OrderId)).ToDictionaryAsync(p => p.OrderId, ct);
        var counted = 0;
        foreach (var looked in batch)
        {
            if (looked.Answer is { } answer)
            {
                tx.Keep(answer.Calls, looked.Look.OrderId, null);
                await tx.AlarmIfAskedAsync(answer, PollPayments.By, ct);
            }

            if (orders.TryGetValue(looked.Look.OrderId, out var order) && await record(tx, looked, order, payments.GetValueOrDefault(order.OrderId)))
                counted++;
        }

        return counted;
    }

    private static InvalidOperationException Named(Look look, Exception failure) => new($"{look.OrderId}: {failure.Message}", failure);
}
