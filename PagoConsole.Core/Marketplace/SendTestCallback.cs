using System.Text.Json;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>A test as it was sent, and its answer.</summary>
/// <param name="Id"><c>webhook-id</c>.</param>
/// <param name="Body">The body.</param>
/// <param name="Answer">What came back.</param>
public sealed record CallbackTest(string Id, string Body, CallbackAnswer Answer);

/// <summary>
/// Sends a signed message of type <c>test.ping</c> straight to the marketplace. It is about no order, so it has no place in the outbox: it is
/// not tried again, and no order's messages wait for it. One that is taken ends a circuit that had opened.
/// </summary>
public sealed class SendTestCallback
{
    private readonly CallbackPost post;
    private readonly CallbackCircuit circuit;
    private readonly Writes writes;
    private readonly TimeProvider time;

    internal SendTestCallback(CallbackPost post, CallbackCircuit circuit, Writes writes, TimeProvider time) =>
        (this.post, this.circuit, this.writes, this.time) = (post, circuit, writes, time);

    /// <summary>Sends it and waits for the answer.</summary>
    public async Task<Result<CallbackTest>> RunAsync(Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.ManageJobs)) return RefusalCode.NotAllowed;
        var id = Ids.New("test", time.GetUtcNow());
        var body = JsonSerializer.Serialize(
            new { type = "test.ping", timestamp = time.GetUtcNow(), data = new { test = true, message = "A test from PagoConsole. It is about no order; nothing is to be done." } },
            OrderDocument.Json);
        var answer = await post.SendAsync(id, body, ct);
        if (answer.Taken) circuit.Observe(id, null);
        await writes.DoAsync(
            tx =>
            {
                tx.Journal($"callbacks/{Lima.DayOf(tx.Now):yyyy-MM-dd}", CallbackEvents.Tested, by, new { id, answer = answer.Word });
                return Task.CompletedTask;
            },
            CancellationToken.None);
        return new CallbackTest(id, body, answer);
    }
}
