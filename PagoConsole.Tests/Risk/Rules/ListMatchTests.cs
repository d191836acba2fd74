using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Risk.Lists.ListedKind;
using static PagoConsole.Core.Risk.Lists.ListEffect;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public abstract class ListMatchTests(StorageProvider provider) : RiskPath(provider)
{
    [Fact]
    public async Task On_no_list_it_is_quiet()
    {
        await UseAsync(Default("list-match"));

        (await JudgeAsync(Full())).Saw(Quiet, "on no list", "lists", "", "0");
    }

    [Theory]
    [InlineData(Account, "u-listed")]
    [InlineData(EmailDomain, "mail.example.pe")]
    [InlineData(Phone, "+51987000111")]
    [InlineData(Document, "DNI:40404040")]
    [InlineData(Device, "fp-listed")]
    [InlineData(IpRange, "190.235.60.7/32")]
    [InlineData(IpRange, "190.235.60.0/24")]
    [InlineData(IpRange, "190.0.0.0/8")]
    public async Task Whatever_of_the_order_is_listed_is_found(ListedKind kind, string value)
    {
        await UseAsync(Default("list-match"));
        await ListAsync(Block, kind, value);

        var found = await JudgeAsync(Full());

        found.Saw(Hit, $"Block: {kind}", "lists", $"Block: {kind}", "1");
        Assert.Equal(RuleAction.Reject, found.Action);
        Assert.Equal(Quiet, await ResultAsync(NewOrder().From("191.1.1.1")));
    }

    [Fact]
    public async Task An_address_is_found_however_it_is_written()
    {
        await UseAsync(Default("list-match"));
        await ListAsync(Block, Address, Identifiers.Address(new OrderAddress("Avenida Arequipa N° 1234", null, "LINCE", "Lima", null, "PE", null))!);

        Assert.Equal(Hit, await ResultAsync(Full()));
        Assert.Equal(Quiet, await ResultAsync(NewOrder().To("Av. Arequipa 1235")));
    }

    [Fact]
    public async Task Neighbours_of_a_network_are_not_in_it()
    {
        await UseAsync(Default("list-match"));
        await ListAsync(Block, IpRange, ListKeys.Network("190.235.60.64/26")!);
        await ListAsync(Block, IpRange, ListKeys.Network("2800:200::/32")!);

        Assert.Equal(Quiet, await ResultAsync(NewOrder().From("190.235.60.63")));
        Assert.Equal(Hit, await ResultAsync(NewOrder().From("190.235.60.64")));
        Assert.Equal(Hit, await ResultAsync(NewOrder().From("190.235.60.127")));
        Assert.Equal(Quiet, await ResultAsync(NewOrder().From("190.235.60.128")));
        Assert.Equal(Hit, await ResultAsync(NewOrder().From("2800:200:ffff::1")));
        Assert.Equal(Quiet, await ResultAsync(NewOrder().From("2800:201::1")));
    }

    [Fact]
    public async Task An_entry_holds_from_its_making_until_its_expiry_or_removal()
    {
        await UseAsync(Default("list-match"));
        await ListAsync(ListEffect.Review, Account, "expires", expires: Now.AddMinutes(10));
        await ListAsync(ListEffect.Review, Account, "removed", removed: Now.AddMinutes(10));
        await ListAsync(ListEffect.Review, Account, "future", created: Now.AddMinutes(10));

        await HoldsAsync(Hit, Hit, Quiet);
        Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        await HoldsAsync(Hit, Hit, Quiet);
        Time.Advance(TimeSpan.FromMilliseconds(1));
        await HoldsAsync(Quiet, Quiet, Hit);

        async Task HoldsAsync(params RuleResult[] expected) => Assert.Equal(expected, [
            await ResultAsync(NewOrder().Of("expires")), await ResultAsync(NewOrder().Of("removed")), await ResultAsync(NewOrder().Of("future"))]);
    }

    [Fact]
    public async Task A_review_entry_asks_a_person_and_a_block_is_stronger()
    {
        await UseAsync(Default("list-match"));
        await ListAsync(ListEffect.Review, Account, "u-listed");
        Assert.Equal(OrderStatus.InReview, (await PlaceAsync(Full())).Status);

        await ListAsync(Trust, Phone, "+51987000111");
        Assert.Equal(OrderStatus.AwaitingPayment, (await PlaceAsync(Full())).Status);

        await ListAsync(Block, Device, "fp-listed");
        var order = Full();
        var found = await JudgeAsync(order);

        Assert.Equal(RuleAction.Reject, found.Action);
        Assert.Equal(["Block: Device", "Review: Account", "Trust: Phone"], found.Observed.Split(", ").Order(StringComparer.Ordinal));
        Assert.Equal(OrderStatus.Rejected, (await OrderAsync(order.OrderId)).Status);
    }

    [Fact]
    public async Task Trust_drops_points_and_reviews_but_no_rejection_and_nothing_about_laundering()
    {
        await UseAsync(Default("list-match"), Default("new-account-high-value"), Default("category-risk"), Default("payment-limit"), Default("aml-monthly-total"));
        await ListAsync(Trust, Account, "u-listed");
        var young = Full() with { Items = [new OrderItem(null, null, "electronics", 1, null)] };
        young = young with { Account = young.Account with { CreatedAt = Now.AddDays(-1) }, Amount = Money.Of(1000m, Currency.Usd) };

        var document = await PlaceAsync(young);
        var rules = (await AssessmentAsync(young.OrderId)).ReadRules();

        Assert.Equal(OrderStatus.AwaitingPayment, document.Status);
        Assert.Equal(["new-account-high-value", "category-risk"], rules.Where(r => r.Lifted).Select(r => r.Rule));
        Assert.Equal(OrderStatus.Rejected, (await PlaceAsync(Full().With(Money.Of(5001m, Currency.Pen)))).Status);
        await PlaceAsync(Full().With(Money.Of(9000m, Currency.Usd)));
        var laundering = Full().With(Money.Of(10m, Currency.Pen));
        Assert.Equal(OrderStatus.InReview, (await PlaceAsync(laundering)).Status);
        Assert.True((await OrderAsync(laundering.OrderId)).Aml);
    }

    private OrderContent Full() => NewOrder().Of("u-listed").Email("Ana@Mail.Example.PE").Phone("987 000 111").Document("40404040")
        .On("fp-listed").To("Av. Arequipa 1234").From("190.235.60.7");

    private Task ListAsync(
        ListEffect effect, ListedKind kind, string value, DateTimeOffset? created = null, DateTimeOffset? expires = null, DateTimeOffset? removed = null) =>
        Get<Writes>().DoAsync(
            tx =>
            {
                var entry = new ListEntry
                {
                    EntryId = Ids.Token(),
                    Effect = effect,
                    Kind = kind,
                    Value = value,
                    ValueHash = ListKeys.HashOf(kind, value),
                    Reason = "test",
                    Owner = "lead",
                    CreatedAt = created ?? tx.Now,
                    ExpiresAt = expires,
                };
                if (removed is { } at) entry.Remove("lead", at);
                tx.Db.Add(entry);
                return Task.CompletedTask;
            },
            Ct);
}

public sealed class ListMatchTestsOnSqlite() : ListMatchTests(StorageProvider.Sqlite);

public sealed class ListMatchTestsOnPostgres() : ListMatchTests(StorageProvider.Postgres);
