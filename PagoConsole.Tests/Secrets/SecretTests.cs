using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Secrets;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Secrets;

public sealed class SecretTestsOnSqlite() : SecretTests(StorageProvider.Sqlite);

public sealed class SecretTestsOnPostgres() : SecretTests(StorageProvider.Postgres);

public abstract class SecretTests(StorageProvider provider) : StoreTest(provider)
{
    private const string Configured = "the-configured-webhook-secret";
    private const string New = "a-new-secret-of-PagoEfectivo-01";
    private static readonly Actor Admin = new(ActorKind.Person, "admin", "Admin", new HashSet<Permission> { Permission.ManageAccess });

    protected override Dictionary<string, string?> Settings => new()
    {
        ["PagoEfectivo:WebhookSecrets:0"] = Configured,
        ["PagoEfectivo:SecretKey"] = "the-configured-secret-key",
    };

    private IReadOnlyList<string> Webhooks => Get<IOptionsMonitor<PagoEfectivoOptions>>().CurrentValue.WebhookSecrets;

    private string Gateway => Get<IOptionsMonitor<PagoEfectivoOptions>>().CurrentValue.SecretKey;

    protected override void Register(IServiceCollection services) =>
        services.AddJournal().AddSingleton<ISeal, PlainSeal>().AddPagoEfectivo().AddMarketplace().AddSecrets();

    [Fact]
    public async Task A_rotation_overlaps_and_then_the_old_one_ends_without_a_restart()
    {
        Assert.Equal([Configured], Webhooks);

        Assert.True((await AddAsync(SecretKind.Webhook, New, TimeSpan.FromDays(1))).Done);
        await LookAsync();
        Assert.Equal([New, Configured], Webhooks);

        Time.Advance(TimeSpan.FromDays(1));
        await LookAsync();
        Assert.Equal([New], Webhooks);
    }

    [Fact]
    public async Task The_newest_signs_our_calls_and_ending_it_goes_back_to_the_former()
    {
        Assert.Equal("the-configured-secret-key", Gateway);
        var id = (await AddAsync(SecretKind.Gateway, New, null)).Value;
        await LookAsync();
        Assert.Equal(New, Gateway);
        Assert.Equal([SecretState.InUse, SecretState.Standby], await StatesAsync(SecretKind.Gateway));

        Assert.True((await Get<EndSecret>().RunAsync(id, Admin, Ct)).Done);
        await LookAsync();

        Assert.Equal("the-configured-secret-key", Gateway);
    }

    [Fact]
    public async Task All_that_hold_sign_callbacks()
    {
        var secret = SecretForm.New(SecretKind.Callback);
        Assert.Single(Get<IOptionsMonitor<MarketplaceOptions>>().CurrentValue.CallbackSecrets!);

        await AddAsync(SecretKind.Callback, secret, TimeSpan.FromHours(1));
        await LookAsync();

        Assert.Equal([secret, MarketplaceOptions.DemoCallbackSecret], Get<IOptionsMonitor<MarketplaceOptions>>().CurrentValue.CallbackSecrets!);
    }

    [Fact]
    public async Task The_last_one_cannot_be_ended_and_what_was_to_end_can_be_kept()
    {
        _ = Webhooks;
        await Get<KeepSecrets>().WorkAsync(Ct);
        var configured = (await LinesAsync(SecretKind.Webhook)).Single().Secret.SecretId;
        Assert.Equal(RefusalCode.LastSecret, (await Get<EndSecret>().RunAsync(configured, Admin, Ct)).Refusal!.Code);

        var added = (await AddAsync(SecretKind.Webhook, New, TimeSpan.FromDays(1))).Value;
        Assert.Equal(RefusalCode.LastSecret, (await Get<EndSecret>().RunAsync(added, Admin, Ct)).Refusal!.Code);
        Assert.True((await Get<EndSecret>().KeepAsync(configured, Admin, Ct)).Done);
        Assert.True((await Get<EndSecret>().RunAsync(added, Admin, Ct)).Done);

        await LookAsync();
        Assert.Equal([Configured], Webhooks);
        Assert.Equal([SecretEvents.Added, SecretEvents.Ended, SecretEvents.Kept, SecretEvents.Ended], await KindsAsync());
    }

    [Fact]
    public async Task Neither_the_database_nor_the_journal_knows_a_secret()
    {
        await AddAsync(SecretKind.Webhook, New, TimeSpan.FromDays(1));

        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        var rows = await db.Set<StoredSecret>().ToListAsync(Ct);
        var journal = string.Concat(await db.Set<JournalEntry>().Select(entry => entry.Data).ToListAsync(Ct));
        Assert.All(rows, row => Assert.DoesNotContain(New, $"{row.SecretId}{row.Closed}", StringComparison.Ordinal));
        Assert.StartsWith("closed:secret:", rows.Single(row => row.Closed is not null).Closed, StringComparison.Ordinal);
        Assert.DoesNotContain(New, journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_is_noted_once_a_minute_and_age_from_the_first_sight()
    {
        _ = Webhooks;
        var first = Time.GetUtcNow();
        await Get<KeepSecrets>().WorkAsync(Ct);
        Time.Advance(TimeSpan.FromSeconds(30));
        Get<SecretShelf>().Used(SecretKind.Webhook, Configured);
        var used = Time.GetUtcNow();
        await Get<KeepSecrets>().WorkAsync(Ct);
        Assert.Null((await LinesAsync(SecretKind.Webhook)).Single().Secret.LastUsedAt);

        Time.Advance(TimeSpan.FromSeconds(30));
        await Get<KeepSecrets>().WorkAsync(Ct);

        var line = (await LinesAsync(SecretKind.Webhook)).Single();
        Assert.Equal((first, used, true), (line.Secret.FirstSeenAt, line.Secret.LastUsedAt, line.Configured));
    }

    [Theory]
    [InlineData(SecretKind.Webhook, "short")]
    [InlineData(SecretKind.Webhook, "with a space in it, and long enough")]
    [InlineData(SecretKind.Webhook, "demo-webhook-secret")]
    [InlineData(SecretKind.Callback, "whsec_c2hvcnQ=")]
    [InlineData(SecretKind.Callback, MarketplaceOptions.DemoCallbackSecret)]
    [InlineData(SecretKind.Callback, "no-prefix-but-long-enough-for-one")]
    public async Task What_is_no_secret_is_refused(SecretKind kind, string text) =>
        Assert.Equal((RefusalCode.Invalid, "secret"), (await AddAsync(kind, text, null)).Refusal is { } refusal ? (refusal.Code, refusal.Field) : default);

    [Fact]
    public async Task A_known_one_is_not_added_again_and_only_who_manages_access_does_any_of_it()
    {
        _ = Webhooks;
        var other = new Actor(ActorKind.Person, "lead", "Lead", new HashSet<Permission> { Permission.SeeOrders });

        Assert.Equal(RefusalCode.SecretKnown, (await AddAsync(SecretKind.Webhook, Configured, null)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<AddSecret>().RunAsync(SecretKind.Webhook, New, null, other, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<EndSecret>().RunAsync("x", other, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<SecretList>().ReadAsync(other, Ct)).Refusal!.Code);
    }

    private Task<Result<string>> AddAsync(SecretKind kind, string text, TimeSpan? overlap)
    {
        _ = (Webhooks, Get<IOptionsMonitor<MarketplaceOptions>>().CurrentValue); // settings are read before anybody adds to them
        return Get<AddSecret>().RunAsync(kind, text, overlap, Admin, Ct);
    }

    private Task LookAsync() => Get<KeepSecrets>().FillAsync(Ct);

    private async Task<IEnumerable<SecretLine>> LinesAsync(SecretKind kind) => (await Get<SecretList>().ReadAsync(Admin, Ct)).Value.Where(line => line.Secret.Kind == kind);

    private async Task<IEnumerable<SecretState>> StatesAsync(SecretKind kind) => (await LinesAsync(kind)).Select(line => line.State).Order();

    private async Task<List<string>> KindsAsync()
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<JournalEntry>().Where(e => e.Kind.StartsWith(SecretEvents.Prefix)).OrderBy(e => e.Position).Select(e => e.Kind).ToListAsync(Ct);
    }
}
