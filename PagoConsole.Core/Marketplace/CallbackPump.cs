using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>
/// Delivers messages to the marketplace, at least once and in order for each order: claims a batch, sends it side by side, and writes
/// results down as they come in. A process that dies in between sends again, under the same <c>webhook-id</c>.
/// </summary>
internal sealed class CallbackPump(
    CallbackClaims claims, CallbackSender sender, CallbackCircuit circuit, RecordCallback record, CallbackUpkeep upkeep, TellOfCircuit tell,
    CallbackPatience patience,
    Bells bells, SelfAddress self, ILogger<CallbackPump> log)
    : Pump(OutboxMessage.Bell, bells, self, log)
{
    public override async Task<bool> WorkAsync(CancellationToken ct)
    {
        await tell.RunAsync(ct);

        // A marketplace that is down is left alone: what waits goes on waiting, and its tries are not used up.
        var room = circuit.Room(patience.Batch);
        var messages = room == 0 ? [] : await claims.TakeAsync(room, ct);
        if (messages.Count == 0) return await upkeep.RunAsync(ct);
        CrashPoint.Reach("callback.claimed");
        var ended = Channel.CreateUnbounded<CallbackOutcome>();
        var sending = SendAsync(messages, ended.Writer, ct);
        var progress = false;
        while (await ended.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var outcomes = new List<CallbackOutcome>();
            while (ended.Reader.TryRead(out var outcome)) outcomes.Add(outcome);
            CrashPoint.Reach("callback.sent");
            progress |= outcomes.Exists(o => o.End != CallbackEnd.NotSent);

            // Also while shutting down: what was sent is sent, and should not be sent again by the next process.
            await record.RunAsync(outcomes, CancellationToken.None);
        }

        await sending;
        return progress;
    }

    private async Task SendAsync(IReadOnlyList<OutboxMessage> messages, ChannelWriter<CallbackOutcome> ended, CancellationToken ct)
    {
        try
        {
            await Parallel.ForEachAsync(
                messages,
                new ParallelOptions { MaxDegreeOfParallelism = patience.AtOnce, CancellationToken = CancellationToken.None },
                async (message, _) => await ended.WriteAsync(await sender.SendAsync(message, ct), CancellationToken.None));
        }
        finally
        {
            ended.Complete();
        }
    }
}
