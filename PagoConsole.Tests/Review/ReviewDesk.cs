using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Review;

/// <summary>A review desk over a real store: orders are held by the rules, people decide through the real actions, ten seconds to take back.</summary>
public abstract class ReviewDesk(StorageProvider provider) : MoneyPath(provider)
{
    private protected static readonly TimeSpan Undo = TimeSpan.FromSeconds(10);

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.Configure<ReviewOptions>(o => o.UndoSeconds = (int)Undo.TotalSeconds);
    }

    private protected async Task<string> HeldAsync(decimal soles = 1200m)
    {
        var content = NewOrder(soles, accountDays: 2);
        await PlaceAsync(content);
        return content.OrderId;
    }

    private protected Task<Result<ReviewCase>> DecideAsync(string orderId, Verdict verdict, Actor by) => Get<DecideCase>().RunAsync(orderId, verdict, by, Ct);

    private protected async Task<ReviewCase> ApproveAsync(string orderId, Actor by) => (await DecideAsync(orderId, Verdict.Approve(), by)).Value;

    private protected async Task<ReviewCase> RejectAsync(string orderId, Actor by, string reason = "other") => (await DecideAsync(orderId, Verdict.Reject(reason), by)).Value;

    /// <summary>Lets time pass and carries out what is due then.</summary>
    private protected async Task PassAsync(TimeSpan time)
    {
        Time.Advance(time);
        await Get<WarnOfHoldEnd>().RunAsync(Ct);
        while (await Get<CarryOutDecisions>().RunAsync(Ct) > 0)
        {
        }
    }

    private protected Task<ReviewCase> CaseAsync(string orderId) => ReadAsync(db => db.Set<ReviewCase>().AsNoTracking().SingleAsync(c => c.OrderId == orderId, Ct));

    private protected Task<List<JournalEntry>> JournalAsync(string orderId, string kind) => ReadAsync(db =>
        db.Set<JournalEntry>().AsNoTracking().Where(e => e.OrderId == orderId && e.Kind == kind).OrderBy(e => e.Position).ToListAsync(Ct));

    /// <summary>What the marketplace is told besides the order, in messages of a type.</summary>
    private protected async Task<List<JsonElement>> ToldAsync(string orderId, CallbackType type)
    {
        var messages = await ReadAsync(db => db.Set<OutboxMessage>().Where(m => m.OrderId == orderId && m.Type == type).OrderBy(m => m.Sequence).ToListAsync(Ct));
        return messages.ConvertAll(m => JsonElement.Parse(m.Body).GetProperty("data").GetProperty("details"));
    }
}
