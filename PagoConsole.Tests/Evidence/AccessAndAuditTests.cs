using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Evidence.Audit;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Orders;
using PagoConsole.Core.People;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Evidence;

public sealed class AccessAndAuditOnSqlite() : AccessAndAuditTests(StorageProvider.Sqlite);

public sealed class AccessAndAuditOnPostgres() : AccessAndAuditTests(StorageProvider.Postgres);

/// <summary>Who saw whose data, who changed what, and all that is held on one person.</summary>
public abstract class AccessAndAuditTests(StorageProvider provider) : MoneyPath(provider)
{
    private static Actor Lead { get; } = Of(Role.Lead);

    private static Actor Auditor { get; } = Of(Role.Auditor);

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddEvidence().AddSingleton<OrderTimeline>();
    }

    [Fact]
    public async Task An_unmasking_is_found_by_order_by_document_and_by_who_looked_with_its_reason_masked()
    {
        var (mine, other) = (NewOrder(), NewOrder());
        await PlaceAsync(mine);
        await PlaceAsync(other);
        Assert.True((await Get<UnmaskOrder>().RunAsync(mine.OrderId, "asked by Ana Quispe, 987654321", Lead, Ct)).Done);
        Assert.True((await Get<UnmaskAccount>().RunAsync(mine.Account.Id, "the same", Lead, Ct)).Done);
        Assert.True((await Get<UnmaskOrder>().RunAsync(other.OrderId, "another", Lead, Ct)).Done);

        var byOrder = await AccessAsync(new AccessFilter(OrderId: mine.OrderId));
        var byDocument = await AccessAsync(new AccessFilter(Person: SoughtPerson.Of(SoughtBy.Document, $"DNI {mine.Account.DocumentNumber}")));
        var byActor = await AccessAsync(new AccessFilter(Actor: Lead.Name));

        Assert.Equal(["the same", "asked by A. Q., •••321"], byOrder.Select(row => row.Reason));
        Assert.Equal([PersonalDataEvents.AccountUnmasked, OrderEvents.Unmasked], byDocument.Select(row => row.Entry.Kind));
        Assert.Equal(3, byActor.Count);
        Assert.Empty(await AccessAsync(new AccessFilter(Actor: "nobody")));
        Assert.DoesNotContain(await JournalAsync(), e => e.Data.Contains("asked", StringComparison.Ordinal) || e.Data.Contains(mine.Account.Email!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_reason_or_the_permission_nothing_is_unmasked()
    {
        var order = NewOrder();
        await PlaceAsync(order);

        Assert.Equal(RefusalCode.NoteNeeded, (await Get<UnmaskAccount>().RunAsync(order.Account.Id, " ", Lead, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<UnmaskAccount>().RunAsync(order.Account.Id, "x", Auditor, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<UnmaskOrder>().RunAsync(order.OrderId, "x", Auditor, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<AccessLog>().ReadAsync(new AccessFilter(), null, Of(Role.Finance), Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<ExportPerson>().RunAsync(SoughtBy.Account, order.Account.Id, "x", Auditor, null, Ct)).Refusal?.Code);
        Assert.Empty(await AccessAsync(new AccessFilter()));
    }

    [Fact]
    public async Task A_delivery_is_masked_until_somebody_says_why()
    {
        var placed = await PlaceAsync(NewOrder());
        var body = Event("payment.paid", placed.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "tx_1").Replace("\"data\":{", "\"data\":{\"customer\":\"Ana Quispe\",", StringComparison.Ordinal);
        await SendAsync(body);
        await SettleDownAsync();
        var line = Assert.Single((await Get<EventFeed>().ReadAsync(Auditor, [], null, Ct)).Value);

        var masked = (await Get<EventFeed>().RawAsync(Lead, line, Ct)).Value;
        var whole = (await Get<UnmaskDelivery>().RunAsync(line, "support asks", Lead, Ct)).Value;

        var shown = JsonElement.Parse(masked.Body).GetProperty("data");
        Assert.Equal(("•••", "tx_1"), (shown.GetProperty("customer").GetString(), shown.GetProperty("transaction_id").GetString()));
        Assert.Equal(body, System.Text.Encoding.UTF8.GetString(whole.Body));
        Assert.Equal(RefusalCode.NotAllowed, (await Get<UnmaskDelivery>().RunAsync(line, "x", Of(Role.Finance), Ct)).Refusal?.Code);
        Assert.Equal(OrderEvents.DeliveryUnmasked, Assert.Single(await AccessAsync(new AccessFilter(OrderId: placed.OrderId))).Entry.Kind);
        Assert.DoesNotContain(await Get<OrderTimeline>().ReadAsync(placed.OrderId, Ct), e => e.Kind == OrderEvents.DeliveryUnmasked);
    }

    [Fact]
    public async Task All_that_is_held_on_a_person_is_taken_out_and_the_journal_names_them_by_hash_only()
    {
        var first = NewOrder();
        var second = NewOrder() with { Account = NewOrder().Account with { DocumentNumber = first.Account.DocumentNumber } };
        await PlaceAsync(first);
        await PlaceAsync(second);
        await PlaceAsync(NewOrder());
        await Get<AddToList>().RunAsync(ListEffect.Review, ListedKind.Document, $"DNI {first.Account.DocumentNumber}", "seen twice", null, Analyst, Ct);
        var seen = new List<PersonProgress>();

        var file = (await Get<ExportPerson>().RunAsync(SoughtBy.Document, first.Account.DocumentNumber!, "their letter of today", Lead, new Told(seen), Ct)).Value;

        Assert.Equal([second.OrderId, first.OrderId], file.Orders.Select(order => (string)order!["orderId"]!).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(first.Account.FullName, (string)file.Orders[0]!["content"]!["account"]!["fullName"]!);
        Assert.Equal(2, file.Accounts.Count);
        Assert.Single(file.Lists);
        Assert.Equal(new PersonProgress(2, 2), seen[^1]);
        var entry = Assert.Single(await JournalAsync(), e => e.Kind == PersonalDataEvents.PersonExported);
        Assert.DoesNotContain(first.Account.DocumentNumber!, entry.Data, StringComparison.Ordinal);
        Assert.Equal("their letter of today", Assert.Single(await AccessAsync(new AccessFilter(OrderId: second.OrderId))).Reason);
        Assert.Equal(RefusalCode.NotFound, (await Get<ExportPerson>().RunAsync(SoughtBy.Email, "nobody@example.pe", "x", Lead, null, Ct)).Refusal?.Code);
    }

    [Fact]
    public async Task The_audit_is_filtered_by_who_area_subject_and_day_and_paged()
    {
        var order = NewOrder();
        await PlaceAsync(order);
        var added = (await Get<AddToList>().RunAsync(ListEffect.Block, ListedKind.Phone, "987654321", "call 987654321 first", null, Analyst, Ct)).Value;
        Time.Advance(TimeSpan.FromDays(1));
        await Get<UnmaskOrder>().RunAsync(order.OrderId, "why", Lead, Ct);
        for (var i = 0; i < AuditLog.PageSize; i++) Assert.True((await Get<UnmaskListEntry>().RunAsync(added.EntryId, $"look {i}", Lead, Ct)).Done);

        Assert.Equal([ListEvents.Added], await KindsAsync(new AuditFilter(Actor: Analyst.Name)));
        Assert.Equal([OrderEvents.Unmasked], await KindsAsync(new AuditFilter(Subject: order.OrderId)));
        Assert.Equal([ListEvents.Added], await KindsAsync(new AuditFilter(Area: AuditArea.Lists, Actor: Analyst.Signature, To: Lima.DayOf(added.CreatedAt))));
        Assert.Contains(OrderEvents.Placed, await KindsAsync(new AuditFilter(AuditWho.Keys)));
        Assert.DoesNotContain(OrderEvents.Placed, await KindsAsync(new AuditFilter()));
        Assert.Equal([OrderEvents.Unmasked], await KindsAsync(new AuditFilter(Kind: OrderEvents.Unmasked, From: Lima.DayOf(Time.GetUtcNow()))));
        var page = (await Get<AuditLog>().ReadAsync(new AuditFilter(), null, Auditor, Ct)).Value;
        var rest = (await Get<AuditLog>().ReadAsync(new AuditFilter(), page.Next, Auditor, Ct)).Value;
        Assert.Equal((AuditLog.PageSize, 2, (long?)null), (page.Entries.Count, rest.Entries.Count, rest.Next));
        Assert.Equal(RefusalCode.NotAllowed, (await Get<AuditLog>().ReadAsync(new AuditFilter(), null, Of(Role.Analyst), Ct)).Refusal?.Code);

        var detail = (await Get<AuditLog>().EntryAsync(rest.Entries[^1].Seq, Auditor, Ct)).Value;
        Assert.Contains(detail.Words, fact => fact is { Name: "reason", After: "call •••321 first" });
        Assert.Contains(detail.Words, fact => fact is { Name: "value", After: "•••321" });
        Assert.True(detail.Holds);
    }

    [Fact]
    public async Task What_is_taken_out_of_the_audit_is_journalled()
    {
        await PlaceAsync(NewOrder());

        var taken = (await Get<ExportAudit>().RunAsync(new AuditFilter(AuditWho.Everybody, Area: AuditArea.Orders), AuditForm.Csv, Auditor, Ct)).Value;
        var entries = await taken.Entries.ToListAsync(Ct);

        Assert.Contains(entries, e => e.Kind == OrderEvents.Placed);
        var told = Assert.Single(await JournalAsync(), e => e.Kind == AuditEvents.Exported);
        Assert.Contains("\"area\":\"Orders\"", told.Data, StringComparison.Ordinal);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<ExportAudit>().RunAsync(new AuditFilter(), AuditForm.Csv, Of(Role.Finance), Ct)).Refusal?.Code);
    }

    private static Actor Of(Role role) => new(ActorKind.Person, $"usr_{role}", role.ToString(), RolePermissions.Of(role));

    private async Task<IReadOnlyList<AccessRow>> AccessAsync(AccessFilter filter) => (await Get<AccessLog>().ReadAsync(filter, null, Auditor, Ct)).Value.Rows;

    private async Task<List<string>> KindsAsync(AuditFilter filter) => [.. (await Get<AuditLog>().ReadAsync(filter, null, Auditor, Ct)).Value.Entries.Select(e => e.Kind)];

    private Task<List<JournalEntry>> JournalAsync() => ReadAsync(db => db.Set<JournalEntry>().AsNoTracking().ToListAsync(Ct));

    private sealed class Told(List<PersonProgress> seen) : IProgress<PersonProgress>
    {
        public void Report(PersonProgress value) => seen.Add(value);
    }
}
