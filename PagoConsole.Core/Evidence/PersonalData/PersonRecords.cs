using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.People;
using PagoConsole.Core.People.SignIns;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Core.Evidence.PersonalData;

/// <summary>Reads the rows in which somebody's data stand, as they stand.</summary>
internal sealed class PersonRecords(PagoDb db)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>One order with all that belongs to it.</summary>
    public async Task<JsonObject> OrderAsync(string orderId, CancellationToken ct)
    {
        var order = await db.Set<Order>().SingleAsync(o => o.OrderId == orderId, ct);
        var content = await db.Set<OrderContentRow>().SingleOrDefaultAsync(c => c.OrderId == orderId, ct);
        var record = new JsonObject
        {
            ["orderId"] = orderId,
            ["status"] = order.Status.ToString(),
            ["statusReason"] = order.StatusReason,
            ["placedAt"] = order.PlacedAt,
            ["content"] = content is null ? null : JsonNode.Parse(content.Json),
            ["invoice"] = await OneAsync(db.Set<InvoiceFacts>().Where(i => i.OrderId == orderId), ct),
            ["assessment"] = await AssessmentAsync(orderId, ct),
            ["review"] = await OneAsync(db.Set<ReviewCase>().Where(c => c.OrderId == orderId), ct),
            ["answers"] = await AllAsync(db.Set<InformationAnswer>().Where(a => a.OrderId == orderId), ct),
            ["payment"] = await OneAsync(db.Set<Payment>().Where(p => p.OrderId == orderId), ct),
            ["movements"] = await AllAsync(db.Set<MoneyMovement>().Where(m => m.OrderId == orderId), ct),
            ["refunds"] = await AllAsync(db.Set<Refund>().Where(r => r.OrderId == orderId), ct),
            ["moneyCases"] = await AllAsync(db.Set<MoneyCase>().Where(c => c.OrderId == orderId), ct),
            ["payees"] = await PayeesAsync(orderId, ct),
            ["shipments"] = await AllAsync(db.Set<Shipment>().Where(s => s.OrderId == orderId), ct),
            ["deliveries"] = await AllAsync(db.Set<Delivery>().Where(d => d.OrderId == orderId), ct),
            ["disputes"] = await AllAsync(db.Set<Dispute>().Where(d => d.OrderId == orderId), ct),
            ["labels"] = await AllAsync(db.Set<OrderLabel>().Where(l => l.OrderId == orderId), ct),
            ["toPagoEfectivo"] = await BodiesAsync(db.Set<GatewayCommand>().Where(c => c.OrderId == orderId).Select(c => c.Body), ct),
            ["fromPagoEfectivo"] = await ReceiptsAsync(orderId, ct),
            ["toMarketplace"] = await BodiesAsync(db.Set<OutboxMessage>().Where(m => m.OrderId == orderId).OrderBy(m => m.Id).Select(m => m.Body), ct),
            ["history"] = await HistoryAsync(Order.StreamOf(orderId), ct),
        };
        return Filled(record);
    }

    /// <summary>One account.</summary>
    public async Task<JsonObject> AccountAsync(string accountId, int mostLogins, CancellationToken ct) => Filled(new JsonObject
    {
        ["accountId"] = accountId,
        ["logins"] = await AllAsync(db.Set<Login>().Where(l => l.AccountId == accountId).OrderByDescending(l => l.At).Take(mostLogins), ct),
        ["flags"] = await AllAsync(db.Set<AccountFlag>().Where(f => f.AccountId == accountId), ct),
        ["history"] = await HistoryAsync(AccountEvents.StreamOf(accountId), ct),
    });

    /// <summary>Somebody who works with the console, and their sign-ins; null where nobody has that address.</summary>
    public async Task<JsonObject?> ColleagueAsync(string email, int mostSignIns, CancellationToken ct)
    {
        var address = email.ToUpperInvariant();
        if (await db.Set<Person>().SingleOrDefaultAsync(p => p.NormalizedEmail == address, ct) is not { } person) return null;
        return Filled(new JsonObject
        {
            ["name"] = person.DisplayName,
            ["email"] = person.Email,
            ["phone"] = person.PhoneNumber,
            ["language"] = person.Culture,
            ["roles"] = Node(await db.Set<IdentityUserRole<string>>().Where(r => r.UserId == person.Id).Select(r => r.RoleId).ToListAsync(ct)),
            ["signIns"] = await AllAsync(db.Set<SignInEntry>().Where(s => s.PersonId == person.Id).OrderByDescending(s => s.LastAt).Take(mostSignIns), ct),
        });
    }

    /// <summary>Files handed in about the money of an order.</summary>
    public async Task<IReadOnlyList<PersonAttachment>> FilesAsync(string orderId, CancellationToken ct)
    {
        var cases = db.Set<MoneyCase>().Where(c => c.OrderId == orderId).Select(c => c.CaseId);
        var files = await db.Set<ProofRow>().Where(p => cases.Contains(p.CaseId)).Select(p => new { p.ProofId, p.FileName, p.Content }).ToListAsync(ct);
        return files.ConvertAll(f => new PersonAttachment($"{f.ProofId}-{f.FileName}", f.Content));
    }

    /// <summary>As these records are written.</summary>
    public static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, Json);

    private async Task<JsonNode?> AssessmentAsync(string orderId, CancellationToken ct)
    {
        var made = await db.Set<Assessment>().SingleOrDefaultAsync(a => a.OrderId == orderId, ct);
        return made is null ? null : new JsonObject
        {
            ["outcome"] = made.Outcome.ToString(),
            ["score"] = made.Score,
            ["ruleSet"] = made.RuleSetVersion,
            ["rules"] = Node(made.ReadRules()),
        };
    }

    private async Task<JsonArray> PayeesAsync(string orderId, CancellationToken ct)
    {
        var cases = db.Set<MoneyCase>().Where(c => c.OrderId == orderId).Select(c => c.CaseId);
        var rows = await db.Set<PayeeRow>().Where(p => cases.Contains(p.CaseId)).Select(p => p.Json).ToListAsync(ct);
        return [.. rows.Select(row => JsonNode.Parse(row))];
    }

    private async Task<JsonArray> ReceiptsAsync(string orderId, CancellationToken ct)
    {
        var bodies = await db.Set<Receipt>().Where(r => r.OrderId == orderId).OrderBy(r => r.Id).Select(r => r.Body).ToListAsync(ct);
        return [.. bodies.Select(body => Told(Encoding.UTF8.GetString(body)))];
    }

    private static async Task<JsonArray> BodiesAsync(IQueryable<string> bodies, CancellationToken ct) =>
        [.. (await bodies.ToListAsync(ct)).Where(body => body.Length > 0).Select(Told)];

    private async Task<JsonArray> HistoryAsync(string stream, CancellationToken ct)
    {
        var entries = await db.Set<JournalEntry>().Where(e => e.Stream == stream).OrderBy(e => e.Position).ToListAsync(ct);
        var apart = await db.Set<JournalPrivate>().Where(p => p.Stream == stream).ToDictionaryAsync(p => p.Position, p => p.Text, ct);
        return [.. entries.Select(e => (JsonNode?)Filled(new JsonObject
        {
            ["at"] = e.At,
            ["kind"] = e.Kind,
            ["by"] = e.Actor,
            ["data"] = JsonNode.Parse(e.Data),
            ["personal"] = apart.TryGetValue(e.Position, out var text) ? JsonNode.Parse(text) : null,
        }))];
    }

    private static async Task<JsonNode?> OneAsync<T>(IQueryable<T> rows, CancellationToken ct)
        where T : class => Node(await rows.SingleOrDefaultAsync(ct));

    private static async Task<JsonArray> AllAsync<T>(IQueryable<T> rows, CancellationToken ct)
        where T : class => [.. (await rows.ToListAsync(ct)).Select(Node)];

    private static JsonNode? Told(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static JsonObject Filled(JsonObject record)
    {
        foreach (var name in record.Where(member => member.Value is null or JsonArray { Count: 0 }).Select(member => member.Key).ToList()) record.Remove(name);
        return record;
    }
}
