using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public abstract class LinkedAccountsTests(StorageProvider provider) : RiskPath(provider)
{
    private const string Phone = "+51987000111";
    private const string Document = "40404040";
    private const string Home = "Av. Arequipa 1234";

    [Fact]
    public async Task Two_other_accounts_with_the_same_phone_fire_it()
    {
        await UseAsync(Default("linked-accounts"));
        await PlaceAsync(NewOrder().Of("a").Phone(Phone));
        await PlaceAsync(NewOrder().Of("a").Phone(Phone));

        (await JudgeAsync(NewOrder().Of("b").Phone(Phone))).Saw(
            Quiet, "1 accounts share phone, document or address", "from 2", "1", "2", "direct");
        var third = await JudgeAsync(NewOrder().Of("c").Phone("987 000 111"));

        third.Saw(Hit, "2 accounts share phone, document or address", "from 2", "2", "2", "direct");
        Assert.Equal((RuleAction.Score, 30), (third.Action, third.Score));
    }

    [Fact]
    public async Task One_by_the_document_and_one_by_the_address_are_two()
    {
        await UseAsync(Default("linked-accounts"));
        await PlaceAsync(NewOrder().Of("a").Document(Document));
        await PlaceAsync(NewOrder().Of("b").To(Home));

        Assert.Equal("1", (await JudgeAsync(NewOrder().Of("c").Document(Document))).Args[0]);
        Assert.Equal("1", (await JudgeAsync(NewOrder().Of("d").To("AVENIDA AREQUIPA N° 1234"))).Args[0]);
        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("e").Document(Document).To(Home)));
    }

    [Fact]
    public async Task The_same_account_by_two_links_is_one()
    {
        await UseAsync(Default("linked-accounts"));
        await PlaceAsync(NewOrder().Of("a").Document(Document).Phone(Phone).To(Home));

        Assert.Equal("1", (await JudgeAsync(NewOrder().Of("b").Document(Document).Phone(Phone).To(Home))).Args[0]);
    }

    [Fact]
    public async Task The_window_is_open_at_its_far_end()
    {
        await UseAsync(RuleEntry.Of("linked-accounts", RuleAction.Score, new LinkedAccountsSettings { Others = 1, WithinDays = 30 }, 30));
        await PlaceAsync(NewOrder().Of("a").Phone(Phone).At(Now.AddDays(-30)));
        await PlaceAsync(NewOrder().Of("b").Document(Document).At(Now.AddDays(-30).AddMilliseconds(1)));

        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("c").Phone(Phone)));
        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("d").Document(Document)));
    }

    [Fact]
    public async Task A_ring_of_five_asks_a_person_and_one_of_four_does_not()
    {
        await UseAsync(Default("linked-accounts", 1));
        await ChainAsync(3);

        (await JudgeAsync(Link(4))).Saw(Quiet, "4 accounts hang together", "from 5", "4", "5", "ring");
        var fifth = await JudgeAsync(Link(5));

        fifth.Saw(Hit, "5 accounts hang together", "from 5", "5", "5", "ring");
        Assert.Equal(RuleAction.Review, fifth.Action);
    }

    [Fact]
    public async Task What_the_account_told_in_earlier_orders_links_it_too()
    {
        await UseAsync(RuleEntry.Of("linked-accounts", RuleAction.Review, new LinkedAccountsSettings { Ring = 2 }));
        await PlaceAsync(NewOrder().Of("a").Phone(Phone));
        await PlaceAsync(NewOrder().Of("b").Phone(Phone));

        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("a")));
    }

    [Fact]
    public async Task An_e_mail_a_device_or_a_network_is_no_link()
    {
        await UseAsync(RuleEntry.Of("linked-accounts", RuleAction.Review, new LinkedAccountsSettings { Others = 1, Ring = 2 }));
        await PlaceAsync(NewOrder().Of("a").Email("shared@example.pe").On("fp").From("190.235.1.1"));

        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("b").Email("shared@example.pe").On("fp").From("190.235.1.1")));
    }

    [Fact]
    public async Task Without_phone_document_and_address_there_is_nothing_to_look_at()
    {
        await UseAsync(Default("linked-accounts"));

        Assert.Equal(NoInput, await ResultAsync(NewOrder().Document(null).Phone(null)));
        Assert.Equal(NoInput, await ResultAsync(NewOrder().Document("-").Phone("").To(" ")));
    }

    private async Task ChainAsync(int accounts)
    {
        for (var i = 1; i <= accounts; i++) await PlaceAsync(Link(i));
    }

    /// <summary>Even accounts share a phone with the one before, odd ones a document.</summary>
    private Core.Orders.OrderContent Link(int n) => NewOrder().Of($"ring-{n}").Phone($"9870001{n / 2:D2}").Document($"404040{(n + 1) / 2:D2}");
}

public sealed class LinkedAccountsTestsOnSqlite() : LinkedAccountsTests(StorageProvider.Sqlite);

public sealed class LinkedAccountsTestsOnPostgres() : LinkedAccountsTests(StorageProvider.Postgres);
