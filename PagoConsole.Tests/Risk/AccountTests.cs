using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Risk.Logins;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Risk;

/// <summary>What is known of an account, what a login does to it at once, and what a person does about it.</summary>
public abstract class AccountTests(StorageProvider provider) : MoneyPath(provider)
{
    private const string Account = "u-77";

    private static Actor Events { get; } =
        new(ActorKind.ApiKey, "test", "test", new HashSet<Permission> { Permission.ApiEventsWrite });

    [Fact]
    public async Task A_login_on_a_new_device_flags_the_account_at_once_and_once()
    {
        await LoginAsync("190.235.12.7", "fp-1");
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Empty((await FileAsync()).Flags);

        await LoginAsync("190.235.12.7", "fp-2");
        await LoginAsync("190.235.12.7", "fp-2");

        var flag = Assert.Single((await FileAsync()).Flags);
        Assert.Equal(nameof(LoginSuspicionKind.NewDevice), flag.Kind);
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        Assert.Single(await db.Set<JournalEntry>().Where(e => e.Kind == AccountEvents.Flagged).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_flag_is_cleared_with_a_note_and_stays_as_history()
    {
        await LoginAsync("190.235.12.7", "fp-1");
        Time.Advance(TimeSpan.FromHours(1));
        await LoginAsync("190.235.12.7", "fp-2");
        var flag = Assert.Single((await FileAsync()).Flags);

        Assert.Equal(RefusalCode.NoteNeeded, (await Get<ClearFlag>().RunAsync(flag.FlagId, " ", Analyst, Ct)).Refusal!.Code);
        Assert.True((await Get<ClearFlag>().RunAsync(flag.FlagId, "called the buyer", Analyst, Ct)).Done);

        Assert.NotNull(Assert.Single((await FileAsync()).Flags).ClearedAt);
    }

    [Fact]
    public async Task A_device_is_bound_by_a_paid_order_until_a_person_unbinds_it()
    {
        var placed = await PlaceAsync(Order("T-1", "fp-1"));
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "tx-1"));
        await SettleDownAsync();
        Time.Advance(TimeSpan.FromMinutes(1));
        var device = Assert.Single((await FileAsync()).Devices);
        Assert.True(device.Bound);
        Assert.Equal("fp-1", device.Fingerprint);

        Assert.True((await Get<UnbindDevice>().RunAsync(Account, device.Hash, Analyst, Ct)).Done);

        var unbound = Assert.Single((await FileAsync()).Devices);
        Assert.False(unbound.Bound);
        Assert.NotNull(unbound.UnboundAt);
    }

    [Fact]
    public async Task Accounts_that_share_a_phone_are_linked_and_found_by_it()
    {
        await PlaceAsync(Order("T-1", "fp-1"));
        Time.Advance(TimeSpan.FromMinutes(1));
        var other = Order("T-2", "fp-2");
        await PlaceAsync(other with { Account = other.Account with { Id = "u-78", DocumentNumber = "12345678" }, ShippingAddress = null });
        Time.Advance(TimeSpan.FromMinutes(1));

        var linked = Assert.Single((await FileAsync()).Linked);
        Assert.Equal("u-78", linked.AccountId);
        Assert.Equal([IdentifierKind.Phone], linked.Shared);
        var found = (await Get<AccountSearch>().ReadAsync("987 654 321", Analyst, Ct)).Value;
        Assert.Equal(["u-78", Account], found.Select(hit => hit.AccountId));
    }

    [Fact]
    public async Task The_file_shows_nobody_more_than_enough_to_recognise_the_buyer()
    {
        await PlaceAsync(Order("T-1", "fp-1"));

        var file = await FileAsync();

        Assert.Equal("•••321", file.Phone);
        Assert.DoesNotContain("ana@", file.Email, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_nobody_knows_has_no_file() =>
        Assert.Null((await Get<AccountFile>().ReadAsync("nobody", Analyst, Ct)).Value);

    [Theory]
    [InlineData(ListedKind.Phone, "987 654 321")]
    [InlineData(ListedKind.Document, "DNI 45678912")]
    [InlineData(ListedKind.EmailDomain, "@example.pe")]
    [InlineData(ListedKind.Device, "fp-1")]
    [InlineData(ListedKind.Account, Account)]
    [InlineData(ListedKind.IpRange, "190.235.0.0/16")]
    [InlineData(ListedKind.Address, "Avenida AREQUIPA Nro. 1234, Lince")]
    public async Task What_is_blocked_is_rejected_until_it_is_taken_off(ListedKind kind, string value)
    {
        var entry = (await Get<AddToList>().RunAsync(ListEffect.Block, kind, value, "chargebacks", null, Analyst, Ct)).Value;
        Assert.Equal(OrderStatus.Rejected, (await PlaceAsync(Order("T-1", "fp-1"))).Status);

        await Get<RemoveFromList>().RunAsync(entry.EntryId, Analyst, Ct);
        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(OrderStatus.AwaitingPayment, (await PlaceAsync(Order("T-2", "fp-1"))).Status);
    }

    [Fact]
    public async Task An_entry_ends_by_itself()
    {
        await Get<AddToList>().RunAsync(ListEffect.Review, ListedKind.Device, "fp-1", "look", Time.GetUtcNow().AddHours(1), Analyst, Ct);
        Assert.Equal(OrderStatus.InReview, (await PlaceAsync(Order("T-1", "fp-1"))).Status);

        Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(OrderStatus.AwaitingPayment, (await PlaceAsync(Order("T-2", "fp-1"))).Status);
        Assert.Empty((await Get<ListBook>().ReadAsync(new ListFilter(), null, Analyst, Ct)).Value.Rows);
        Assert.Single((await Get<ListBook>().ReadAsync(new ListFilter(Ended: true), null, Analyst, Ct)).Value.Rows);
    }

    [Theory]
    [InlineData(ListedKind.IpRange, "190.0.0.0/4")]
    [InlineData(ListedKind.IpRange, "nowhere")]
    [InlineData(ListedKind.Phone, "abc")]
    [InlineData(ListedKind.EmailDomain, "example")]
    public async Task What_is_nothing_of_its_kind_cannot_be_listed(ListedKind kind, string value) =>
        Assert.Equal(RefusalCode.Invalid, (await Get<AddToList>().RunAsync(ListEffect.Block, kind, value, "x", null, Analyst, Ct)).Refusal!.Code);

    private async Task<AccountView> FileAsync() => (await Get<AccountFile>().ReadAsync(Account, Analyst, Ct)).Value!;

    private async Task LoginAsync(string ip, string device) =>
        Assert.True((await Get<RecordLogin>().RunAsync(new LoginContent(Account, ip, device, Time.GetUtcNow(), true), Events, Ct)).Done);

    private OrderContent Order(string id, string device)
    {
        var order = NewOrder();
        return order with
        {
            OrderId = id,
            Account = order.Account with { Id = Account, Email = "ana@example.pe", Phone = "+51987654321", DocumentNumber = "45678912" },
            Device = new OrderDevice(device, null),
            ShippingAddress = new OrderAddress("Av. Arequipa 1234", null, "Lince", null, null, null, null),
        };
    }
}

/// <inheritdoc/>
public sealed class AccountTestsOnSqlite() : AccountTests(StorageProvider.Sqlite);

/// <inheritdoc/>
public sealed class AccountTestsOnPostgres() : AccountTests(StorageProvider.Postgres);
