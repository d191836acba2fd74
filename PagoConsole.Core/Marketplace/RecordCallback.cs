using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>
/// Writes down what tries to deliver came to. Each try that was made is kept; a result whose claim has run out meanwhile changes nothing.
/// </summary>
internal sealed class RecordCallback(Writes writes, CallbackPatience patience)
{
    private static readonly Actor By = Actor.Job(OutboxMessage.Bell);

    public Task RunAsync(IReadOnlyCollection<CallbackOutcome> outcomes, CancellationToken ct) =>
        writes.DoAsync(
            async tx =>
            {
                await CallbackAttempts.KeepAsync(tx, outcomes, ct);
                foreach (var outcome in outcomes.OrderBy(o => o.Message.Id)) await OneAsync(tx, outcome, ct);
            },
            ct);

    private Task OneAsync(WriteScope tx, CallbackOutcome outcome, CancellationToken ct) => outcome.End switch
    {
        CallbackEnd.NotSent => GiveBackAsync(tx, outcome.Message, ct),
        CallbackEnd.Delivered => EndAsync(tx, outcome, OutboxState.Delivered, ct),
        CallbackEnd.Gone => EndAsync(tx, outcome, OutboxState.Parked, ct),
        CallbackEnd.Failed => tx.Now < DeadlineOf(outcome.Message) ? PostponeAsync(tx, outcome, ct) : EndAsync(tx, outcome, OutboxState.Parked, ct),
    };

    private DateTimeOffset DeadlineOf(OutboxMessage message) => message.CreatedAt + patience.GiveUpAfter;

    private static Task GiveBackAsync(WriteScope tx, OutboxMessage message, CancellationToken ct) =>
        tx.Db.ExecuteAsync(
            "UPDATE outbox SET lease_token = NULL, lease_until = NULL WHERE id = @p0 AND lease_token = @p1", [message.Id, message.LeaseToken], ct);

    private async Task PostponeAsync(WriteScope tx, CallbackOutcome outcome, CancellationToken ct)
    {
        var message = outcome.Message;
        var pause = patience.PauseAfter(message.Attempts + 1, Random.Shared.NextDouble());
        var left = DeadlineOf(message) - tx.Now;
        var next = patience.Real.GetUtcNow() + (pause < left ? pause : left);
        if (await SaveAsync(tx, outcome, OutboxState.Waiting, next, ended: null, ct)) await LetFollowersWaitAsync(tx, message, next, ct);
    }

    private static async Task EndAsync(WriteScope tx, CallbackOutcome outcome, OutboxState state, CancellationToken ct)
    {
        var message = outcome.Message;
        if (!await SaveAsync(tx, outcome, state, message.NextAttemptAt, tx.Now, ct)) return;
        if (message.Attempts > 0) await LetFollowersGoAsync(tx, message, ct);
        if (state == OutboxState.Parked) await ParkedAsync(tx, message, outcome.Answer, ct);
    }

    private static async Task<bool> SaveAsync(
        WriteScope tx, CallbackOutcome outcome, OutboxState state, DateTimeOffset next, DateTimeOffset? ended, CancellationToken ct) =>
        await tx.Db.ExecuteAsync(
            "UPDATE outbox SET state = @p2, next_attempt_at = @p3, ended_at = @p4, last_answer = @p5, attempts = attempts + 1, "
            + "lease_token = NULL, lease_until = NULL WHERE id = @p0 AND lease_token = @p1",
            [
                outcome.Message.Id, outcome.Message.LeaseToken, state.ToString(), next.ToUnixTimeMilliseconds(), ended?.ToUnixTimeMilliseconds(),
                outcome.Answer,
            ],
            ct) == 1;

    // Those behind it need not be looked at before it is tried again. First deliveries do not stand behind one that a person has sent again.
    private static Task LetFollowersWaitAsync(WriteScope tx, OutboxMessage message, DateTimeOffset next, CancellationToken ct) =>
        tx.Db.ExecuteAsync(
            "UPDATE outbox SET next_attempt_at = @p2 WHERE order_id = @p0 AND sequence > @p1 AND state = 'Waiting' AND next_attempt_at < @p2 "
            + "AND (delivery > 1 OR @p3 = 1)",
            [message.OrderId, message.Sequence, next.ToUnixTimeMilliseconds(), message.Delivery],
            ct);

    internal static Task LetFollowersGoAsync(WriteScope tx, OutboxMessage message, CancellationToken ct) =>
        tx.Db.ExecuteAsync(
            "UPDATE outbox SET next_attempt_at = @p2 WHERE order_id = @p0 AND sequence > @p1 AND state = 'Waiting' "
            + "AND (delivery > 1 OR @p3 = 1)",
            [message.OrderId, message.Sequence, OutboxMessage.AtOnce.ToUnixTimeMilliseconds(), message.Delivery],
            ct);

    internal static async Task ParkedAsync(WriteScope tx, OutboxMessage message, string answer, CancellationToken ct)
    {
        tx.Journal(
            Order.StreamOf(message.OrderId),
            CallbackEvents.Parked,
            By,
            new { message.MessageId, message.Delivery, type = message.Type.ToWire(), answer },
            message.OrderId);

        // One alarm for the marketplace, not one for each message: when it is down they all fail together.
        await tx.AlarmAsync(AlarmKind.CallbackParked, "marketplace", By, ct, message.OrderId);
    }
}
