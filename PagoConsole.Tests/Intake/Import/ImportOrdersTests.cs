using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake.Import;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Intake.Import;

public sealed class SqliteImportOrdersTests() : ImportOrdersTests(StorageProvider.Sqlite);

public sealed class PostgresImportOrdersTests() : ImportOrdersTests(StorageProvider.Postgres);

/// <summary>What is stored of a history file.</summary>
public abstract class ImportOrdersTests(StorageProvider provider) : ImportTest(provider)
{
    private const string All =
        "email,phone,document_type,document_number,address,country,device_fingerprint,seller_id,category,status,paid_at,payment_id,cip,transaction_id,is_fraud";

    private static DateTimeOffset PlacedAt { get; } = new(2026, 3, 1, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_order_is_stored_with_all_that_belongs_to_it()
    {
        var order = await ImportedAsync(HistoryFile.With(
            All,
            "ana@example.pe,987654321,dni,45678912,\"Av. Arequipa 1234, Dpto 502\",PE,fp-1,s-1,electronics|books,shipped,2026-03-01T12:00:00-05:00,pay_1,00012345678,tx_1,1"));

        Assert.Equal((OrderStatus.Shipped, "imported", true), (order.Status, order.StatusReason, order.Imported));
        Assert.Equal(new Money(12990, Currency.Pen), order.Amount);
        Assert.Equal((PlacedAt, PlacedAt), (order.PlacedAt, order.ReceivedAt));
        Assert.Equal(PlacedAt.AddHours(2), order.FirstPaidAt);
        Assert.Equal((true, LabelSource.Import), (order.Fraud, order.FraudSource));
        Assert.True(order is { NextPollAt: null, DueAt: null, Decision: "null", SellerId: "s-1", AccountId: "u-1" });

        var content = OrderContent.FromJson(Assert.Single(await AllAsync<OrderContentRow>()).Json);
        Assert.Equal(content.Hash(), order.ContentHash);
        Assert.Equal(["electronics", "books"], content.Items.Select(item => item.Category));
        Assert.Equal(("Av. Arequipa 1234, Dpto 502", "PE"), (content.ShippingAddress!.Line1, content.ShippingAddress.Country));
        var expected = Identifiers.Of(content).Select(i => (i.Kind, Convert.ToHexString(OrderIdentifier.HashOf(i.Kind, i.Value)))).Order();
        Assert.Equal(expected, (await AllAsync<OrderIdentifier>()).Select(i => (i.Kind, Convert.ToHexString(i.ValueHash))).Order());
        Assert.Equal(8, expected.Count());

        var payment = Assert.Single(await AllAsync<Payment>());
        Assert.Equal(("pay_1", "00012345678", PaymentStatus.Paid, "tx_1"), (payment.PaymentId, payment.Cip, payment.Status, payment.TransactionId));
        Assert.Equal((PlacedAt.AddHours(2), PlacedAt.AddHours(24)), (payment.PaidAt, payment.ExpiresAt));
        var money = Assert.Single(await AllAsync<MoneyMovement>());
        Assert.Equal(("import", 12990L, PlacedAt.AddHours(2)), (money.Source, money.AmountMinor, money.At));
        var label = Assert.Single(await AllAsync<OrderLabel>());
        Assert.Equal((true, "import", "job:import"), (label.Fraud, label.Source, label.LabelledBy));
    }

    [Theory]
    [InlineData("", "", OrderStatus.Expired, false, false)]
    [InlineData("", "2026-03-02", OrderStatus.Paid, true, false)]
    [InlineData("Expired", "", OrderStatus.Expired, false, true)]
    [InlineData("PAID", "", OrderStatus.Paid, true, false)]
    [InlineData("paidlate", "2026-03-04", OrderStatus.PaidLate, true, false)]
    [InlineData("Cancelled", "", OrderStatus.Cancelled, false, false)]
    [InlineData("AwaitingPayment", "", OrderStatus.AwaitingPayment, false, false)]
    [InlineData("InReview", "", OrderStatus.InReview, false, false)]
    public async Task The_fate_follows_from_status_and_money(string status, string paidAt, OrderStatus expected, bool paid, bool expired)
    {
        var order = await ImportedAsync(HistoryFile.With("status,paid_at", $"{status},{paidAt}"));

        Assert.Equal((expected, paid, expired), (order.Status, order.FirstPaidAt is not null, order.FirstExpiredAt is not null));
        if (expired) Assert.Equal(PlacedAt.AddHours(24), order.FirstExpiredAt);
        if (paid && paidAt == "") Assert.Equal(PlacedAt, order.FirstPaidAt);
    }

    [Fact]
    public async Task A_refund_is_known_to_have_been_at_the_latest_instant_that_is_told()
    {
        var order = await ImportedAsync(HistoryFile.With("status,paid_at", "Refunded,2026-03-02"));

        Assert.Equal((order.FirstPaidAt, new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero)), (order.FirstRefundedAt, order.FirstRefundedAt!.Value));
        Assert.Equal(PaymentStatus.Refunded, Assert.Single(await AllAsync<Payment>()).Status);
    }

    [Fact]
    public async Task Money_without_a_payment_id_is_reconciled_by_its_order()
    {
        await ImportAsync(HistoryFile.Of(HistoryFile.Header + ",paid_at", HistoryFile.Line("H-1") + ",2026-03-02", HistoryFile.Line("H-2") + ",2026-03-02", HistoryFile.Line("H-3") + ","));

        Assert.Equal(["import:H-1", "import:H-2"], (await AllAsync<Payment>()).Select(p => p.PaymentId).Order());
        Assert.All(await AllAsync<Payment>(), p => Assert.NotNull(p.PaidAt));
        Assert.Equal(2, (await AllAsync<MoneyMovement>()).Count);
    }

    [Fact]
    public async Task Bad_lines_are_told_by_number_and_the_others_are_taken()
    {
        var report = await ImportAsync(HistoryFile.Of(
            HistoryFile.Header, HistoryFile.Line("H-1"), HistoryFile.Line("H-2", amount: "34.123"), "", "too,few", HistoryFile.Line("H-3", amount: "34.0000"),
            "\"H-4,2026-03-01,1,PEN,u-1,2025-01-01,1.2.3.4", HistoryFile.Line("H-5")));

        Assert.Equal((6, 3, 0, 3), (report.Read, report.Taken, report.AlreadyThere, report.RefusedCount));
        Assert.Equal(
            [
                new RefusedLine(3, "amount: more than two decimals"), new RefusedLine(5, "2 fields where the header names 7"),
                new RefusedLine(7, "a quotation mark is not closed where its field ends"),
            ],
            report.Refused);
        Assert.Equal(["H-1", "H-3", "H-5"], (await AllAsync<Order>()).Select(o => o.OrderId).Order());
    }

    [Fact]
    public async Task Only_the_first_hundred_refused_lines_are_kept()
    {
        var report = await ImportAsync(HistoryFile.Of([HistoryFile.Header, .. Enumerable.Range(0, 700).Select(i => HistoryFile.Line($"H-{i}", currency: "EUR"))]));

        Assert.Equal((700, 700, 100), (report.Read, report.RefusedCount, report.Refused.Count));
        Assert.Equal(Enumerable.Range(2, 100).Select(line => (long)line), report.Refused.Select(r => r.Line));
        Assert.Empty(await ImportEntriesAsync());
    }

    [Fact]
    public async Task What_is_there_is_not_touched()
    {
        var live = await InStateAsync(OrderStatus.AwaitingPayment);
        string[] lines = [HistoryFile.Header + ",status,is_fraud", HistoryFile.Line(live) + ",Paid,1", HistoryFile.Line("H-1") + ",Paid,1", HistoryFile.Line("H-1", "9.00") + ",Paid,0"];

        var first = await ImportAsync(HistoryFile.Of(lines));
        var second = await ImportAsync(HistoryFile.Of(lines));

        Assert.Equal((3, 1, 2, 0), (first.Read, first.Taken, first.AlreadyThere, first.RefusedCount));
        Assert.Equal((3, 0, 3, 0), (second.Read, second.Taken, second.AlreadyThere, second.RefusedCount));
        Assert.Equal(OrderStatus.AwaitingPayment, await StatusAsync(live));
        Assert.Equal(12990, (await ReadAsync(db => db.Set<Order>().SingleAsync(o => o.OrderId == "H-1", Ct))).AmountMinor);
        Assert.Single(await AllAsync<OrderLabel>());
        Assert.Single(await ImportEntriesAsync());
    }

    [Fact]
    public async Task A_payment_belongs_to_one_order()
    {
        string[] lines = [HistoryFile.Header + ",payment_id", HistoryFile.Line("H-1") + ",pay_1", HistoryFile.Line("H-2") + ",pay_1"];

        var report = await ImportAsync(HistoryFile.Of(lines));
        var again = await ImportAsync(HistoryFile.Of(lines));

        Assert.Equal("payment_id: pay_1 belongs to order H-1", Assert.Single(report.Refused).Reason);
        Assert.Equal((0, 1, 1), (again.Taken, again.AlreadyThere, again.RefusedCount));
        Assert.Equal("H-1", Assert.Single(await AllAsync<Order>()).OrderId);
    }

    [Fact]
    public async Task The_journal_has_one_entry_for_some_lines_and_their_hash()
    {
        string[] lines = [HistoryFile.Header, HistoryFile.Line("H-1"), HistoryFile.Line("H-2", amount: "-1")];

        await ImportAsync(HistoryFile.Of(lines));

        var entry = Assert.Single(await ImportEntriesAsync());
        Assert.StartsWith("import/imp_", entry.Stream, StringComparison.Ordinal);
        Assert.Equal(("orders.imported", "job:import", null), (entry.Kind, entry.Actor, entry.OrderId));
        var data = JsonElement.Parse(entry.Data);
        Assert.Equal((2, 3, 1, 1), (data.GetProperty("first").GetInt32(), data.GetProperty("last").GetInt32(), data.GetProperty("taken").GetInt32(), data.GetProperty("refused").GetInt32()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{lines[1]}\n{lines[2]}\n"))), data.GetProperty("sha256").GetString());
    }

    [Theory]
    [InlineData("order_id;placed_at;amount;currency;account_id;account_created_at", "lacks the required column ip")]
    [InlineData("order_id,placed_at", "lacks the required columns amount, currency, account_id, account_created_at, ip")]
    [InlineData(HistoryFile.Header + ",ip", "names the column ip twice")]
    [InlineData("", "lacks the required columns order_id")]
    public async Task A_header_that_cannot_be_read_is_refused(string header, string expected)
    {
        var result = await Get<ImportOrders>().RunAsync(HistoryFile.Of(header, HistoryFile.Line("H-1")), null, Ct);

        Assert.Contains(expected, result.Refusal!.Detail, StringComparison.Ordinal);
        Assert.Empty(await AllAsync<Order>());
    }

    [Fact]
    public async Task Columns_stand_in_any_order_among_others_parted_by_semicolons_behind_a_byte_order_mark()
    {
        var text = "\uFEFFIP;Nota;Order_Id;amount; placed_at ;currency;account_id;account_created_at\r\n1.2.3.4;\"a;b\";H-1;34;2026-03-01 15:00:00;pen;u-1;2025-01-01\r\n";

        var order = await ImportedAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(("H-1", 3400L, PlacedAt), (order.OrderId, order.AmountMinor, order.PlacedAt));
    }

    private async Task<List<JournalEntry>> ImportEntriesAsync() => [.. (await AllAsync<JournalEntry>()).Where(entry => entry.Kind == ImportEvents.Imported)];
}
