using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Storage;

namespace PagoConsole.Benchmarks.Intake;

/// <summary>
/// Taking an order in as one would write it with EF Core: a pooled context and one transaction a request, facts counted with LINQ, the same
/// rules, and order, content, identifiers, assessment, journal entry and message saved at its end. Nobody's key is checked.
/// </summary>
internal static class PlainOrders
{
    public const string Child = "orders-plain-child";
    private static readonly RuleBook Book = new ServiceCollection().AddRisk().BuildServiceProvider().GetRequiredService<RuleBook>();

    public static async Task RunAsync(string provider, string store)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Provider"] = provider, ["Storage:ConnectionString"] = store });
        builder.Logging.ClearProviders();
        builder.Services.AddStorage();
        await using var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        app.MapGet("/ready", () => "ready");
        app.MapPost(OrdersHost.Path, PlaceAsync);
        await app.RunAsync();
    }

    private static async Task<IResult> PlaceAsync(HttpContext http, IDbContextFactory<PagoDb> contexts, TimeProvider time)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var content = PlainReader.Read(body.RootElement);
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Set<Order>().AsNoTracking().AnyAsync(o => o.OrderId == content.OrderId)) return Results.Conflict();

        var rules = Rules;
        var subject = OrderSubject.Of(content, now, now);
        var facts = await rules.Plan.CollectAsync(new LinqHistory(db), subject, OutsideFacts.None, CancellationToken.None);
        var result = rules.Assess(facts);
        var order = new Order
        {
            OrderId = content.OrderId,
            AmountMinor = content.Amount.Minor,
            Currency = content.Amount.Currency,
            PlacedAt = now,
            ReceivedAt = now,
            AccountId = content.Account.Id,
            AccountCreatedAt = content.Account.CreatedAt,
            SellerId = content.Seller?.Id,
            ContentHash = content.Hash(),
            PayToken = Ids.Token(),
            Aml = result.Verdict.Aml,
            Decision = Assessment.DecisionJson(1, result),
            VoucherMinutes = 1440,
        };
        order.Begin(result.Outcome == RiskOutcome.Approve ? OrderStatus.AwaitingPayment : result.Outcome == RiskOutcome.Review ? OrderStatus.InReview : OrderStatus.Rejected, now);
        order.CallbackSequence = 1;
        db.Add(order);
        db.Add(new OrderContentRow { OrderId = order.OrderId, Json = content.ToJson() });
        db.Add(Assessment.Of(1, rules.Plan, facts, result, now));
        db.AddRange(RuleHit.Of(order, 1, result));
        db.AddRange(subject.Keys.Select(key => new OrderIdentifier { Kind = key.Key, ValueHash = key.Value, PlacedAt = now, OrderId = order.OrderId, AccountId = order.AccountId }));
        var document = OrderDocument.Of(order, null, new Uri("http://localhost"), "req");
        Tell(db, order, document, now);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return Results.Json(document, OrderDocument.Json, statusCode: StatusCodes.Status201Created);
    }

    private static BoundRules Rules { get; } = Book.Bind(RuleSet.Default);

    private static void Tell(PagoDb db, Order order, OrderDocument document, DateTimeOffset now)
    {
        var entry = new JournalEntry
        {
            At = now,
            Stream = order.Stream,
            Position = 1,
            Kind = "order.placed",
            OrderId = order.OrderId,
            Actor = "bench",
            PrevHash = JournalEntry.Genesis,
            Hash = [],
            Data = JsonSerializer.Serialize(new { amount = order.Amount.ToWire(), order.Status }),
        };
        var hash = entry.ComputeHash();
        db.Add(new JournalEntry
        {
            At = now,
            Stream = entry.Stream,
            Position = 1,
            Kind = entry.Kind,
            OrderId = entry.OrderId,
            Actor = entry.Actor,
            PrevHash = entry.PrevHash,
            Hash = hash,
            Data = entry.Data,
        });
        db.Add(new JournalStream { Stream = order.Stream, Position = 1, HeadHash = hash });
        db.Add(new OutboxMessage
        {
            MessageId = Ids.New("msg", now),
            OrderId = order.OrderId,
            Sequence = 1,
            Type = CallbackType.Approved,
            CreatedAt = now,
            NextAttemptAt = OutboxMessage.AtOnce,
            Body = JsonSerializer.Serialize(new { timestamp = now, data = document }, OrderDocument.Json),
        });
    }
}
