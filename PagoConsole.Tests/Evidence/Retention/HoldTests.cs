using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Holds;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Evidence.Retention;

public sealed class HoldTests() : RetentionTest(StorageProvider.Sqlite)
{
    [Fact]
    public async Task A_hold_is_placed_and_lifted_with_a_reason_once_and_the_journal_says_so()
    {
        var orderId = (await PlaceAsync(NewOrder())).OrderId;

        var hold = (await PlaceAsync(HeldKind.Order, orderId)).Value;
        Assert.Equal(RefusalCode.HeldAlready, (await PlaceAsync(HeldKind.Order, orderId)).Refusal?.Code);
        Assert.Equal(hold.HoldId, Assert.Single((await Get<HoldBook>().OfOrderAsync(orderId, Analyst, Ct)).Value).HoldId);
        Assert.Equal("reason", (await Get<LiftHold>().RunAsync(hold.HoldId, " ", Analyst, Ct)).Refusal?.Field);
        Assert.True((await Get<LiftHold>().RunAsync(hold.HoldId, "Closed", Analyst, Ct)).Done);
        Assert.Equal(RefusalCode.NotPossibleInThisState, (await Get<LiftHold>().RunAsync(hold.HoldId, "Closed", Analyst, Ct)).Refusal?.Code);
        Assert.True((await PlaceAsync(HeldKind.Order, orderId)).Done);

        var kinds = await ReadAsync(db => db.Set<JournalEntry>().Where(e => e.OrderId == orderId && e.Kind.StartsWith(HoldEvents.Prefix)).OrderBy(e => e.Seq).Select(e => e.Kind).ToListAsync(Ct));
        Assert.Equal([HoldEvents.Placed, HoldEvents.Lifted, HoldEvents.Placed], kinds);
    }

    [Fact]
    public async Task A_document_is_kept_as_a_hash_and_shown_masked()
    {
        var hold = (await PlaceAsync(HeldKind.Document, "ce 00-123456")).Value;

        Assert.Equal("CE •••456", hold.Shown);
        Assert.Empty(await WhereIsAsync("123456"));
    }

    [Theory]
    [InlineData(HeldKind.Order, "nobody", RefusalCode.UnknownOrder)]
    [InlineData(HeldKind.Document, "--", RefusalCode.Invalid)]
    [InlineData(HeldKind.Account, " ", RefusalCode.Invalid)]
    public async Task What_names_nothing_is_refused(HeldKind kind, string value, RefusalCode refusal) => Assert.Equal(refusal, (await PlaceAsync(kind, value)).Refusal?.Code);

    [Fact]
    public async Task Who_may_not_hold_orders_does_not()
    {
        var auditor = Person("auditor") with { Permissions = new HashSet<Permission> { Permission.SeeSeals, Permission.SeeOrders } };

        Assert.Equal(RefusalCode.NotAllowed, (await Get<PlaceHold>().RunAsync(HeldKind.Account, "u-1", "why", auditor, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<LiftHold>().RunAsync("hold_1", "why", auditor, Ct)).Refusal?.Code);
    }

    private Task<Result<LegalHold>> PlaceAsync(HeldKind kind, string value) => Get<PlaceHold>().RunAsync(kind, value, "File 12-2026", Analyst, Ct);
}
