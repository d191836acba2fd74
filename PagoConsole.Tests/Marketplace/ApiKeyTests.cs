using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Marketplace;

public abstract class ApiKeyTests(StorageProvider provider) : StoreTest(provider)
{
    private static readonly Actor Admin = new(ActorKind.Person, "admin", "admin", new HashSet<Permission> { Permission.ManageAccess });
    private static readonly Actor Analyst = new(ActorKind.Person, "analyst", "analyst", new HashSet<Permission> { Permission.SeeOrders });
    private static readonly HashSet<Permission> Reading = [Permission.ApiOrdersRead];

    protected override void Register(IServiceCollection services) => services.AddJournal().AddMarketplace();

    [Fact]
    public async Task An_issued_key_is_known_with_its_scopes()
    {
        var issued = await IssueAsync();

        var caller = await Directory().FindAsync(issued.Secret, Ct);

        Assert.Equal((ActorKind.ApiKey, issued.Key.KeyId, "till"), (caller!.Kind, caller.Id, caller.Name));
        Assert.Equal(Reading, caller.Permissions);
    }

    [Fact]
    public async Task Only_the_hash_of_a_key_is_kept()
    {
        var issued = await IssueAsync();

        var kept = Assert.Single(await Get<ApiKeyList>().ReadAsync(Admin, Ct));

        Assert.Equal(KeySecret.HashOf(issued.Secret), kept.KeyHash);
        Assert.StartsWith(kept.Prefix, issued.Secret, StringComparison.Ordinal);
        Assert.True(kept.Prefix.Length <= 8);
        Assert.True(issued.Secret.Length >= 32);
    }

    [Theory]
    [InlineData("")]
    [InlineData("demo-marketplace-key")]
    [InlineData("mk_00000000000000000000000000000000")]
    public async Task What_is_no_key_is_nobody(string key)
    {
        await IssueAsync();

        Assert.Null(await Directory().FindAsync(key, Ct));
    }

    [Fact]
    public async Task A_revoked_key_holds_no_more_and_its_revocation_can_be_repeated()
    {
        var issued = await IssueAsync();

        Assert.True((await Get<RevokeApiKey>().RunAsync(issued.Key.KeyId, Admin, Ct)).Done);
        Assert.True((await Get<RevokeApiKey>().RunAsync(issued.Key.KeyId, Admin, Ct)).Done);

        Assert.Null(await Directory().FindAsync(issued.Secret, Ct));
        Assert.Equal([ApiKeyEvents.Issued, ApiKeyEvents.Revoked], await KindsAsync(issued.Key));
    }

    [Fact]
    public async Task A_revocation_acts_within_two_seconds_where_the_key_was_known()
    {
        var issued = await IssueAsync();
        var directory = Directory();
        await directory.FindAsync(issued.Secret, Ct);
        await Get<RevokeApiKey>().RunAsync(issued.Key.KeyId, Admin, Ct);

        Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(await directory.FindAsync(issued.Secret, Ct));
    }

    [Fact]
    public async Task After_a_rotation_both_keys_hold_until_the_overlap_ends()
    {
        var old = await IssueAsync();
        var next = (await Get<RotateApiKey>().RunAsync(old.Key.KeyId, TimeSpan.FromDays(1), Admin, Ct)).Value;

        Assert.NotNull(await Directory().FindAsync(old.Secret, Ct));
        Assert.Equal(Reading, (await Directory().FindAsync(next.Secret, Ct))!.Permissions);
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await Directory().FindAsync(old.Secret, Ct));
        Assert.NotNull(await Directory().FindAsync(next.Secret, Ct));
        Assert.Equal(RefusalCode.NotPossibleInThisState, (await Get<RotateApiKey>().RunAsync(old.Key.KeyId, TimeSpan.Zero, Admin, Ct)).Refusal!.Code);
    }

    [Fact]
    public async Task Keys_are_for_those_who_manage_access()
    {
        var issued = await IssueAsync();

        Assert.Equal(RefusalCode.NotAllowed, (await Get<IssueApiKey>().RunAsync("till", Reading, Analyst, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<RotateApiKey>().RunAsync(issued.Key.KeyId, TimeSpan.Zero, Analyst, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<RevokeApiKey>().RunAsync(issued.Key.KeyId, Analyst, Ct)).Refusal!.Code);
        Assert.Empty(await Get<ApiKeyList>().ReadAsync(Analyst, Ct));
        Assert.NotNull(await Directory().FindAsync(issued.Secret, Ct));
    }

    [Fact]
    public async Task A_key_has_a_name_and_scopes_that_are_scopes()
    {
        Assert.Equal("name", (await Get<IssueApiKey>().RunAsync(" ", Reading, Admin, Ct)).Refusal!.Field);
        Assert.Equal("scopes", (await Get<IssueApiKey>().RunAsync("till", new HashSet<Permission>(), Admin, Ct)).Refusal!.Field);
        Assert.Equal("scopes", (await Get<IssueApiKey>().RunAsync("till", new HashSet<Permission> { Permission.DecideMoney }, Admin, Ct)).Refusal!.Field);
    }

    [Fact]
    public async Task The_configured_key_holds_with_every_scope_however_often_the_console_starts()
    {
        await EnsureAsync("demo-marketplace-key");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => EnsureAsync("demo-marketplace-key")));

        Assert.Single(await Get<ApiKeyList>().ReadAsync(Admin, Ct));
        Assert.Equal(ApiScopes.All, (await Directory().FindAsync("demo-marketplace-key", Ct))!.Permissions);
    }

    [Fact]
    public async Task A_key_that_left_the_configuration_holds_no_more_until_it_is_there_again()
    {
        await EnsureAsync("the-first-key");
        await EnsureAsync("the-second-key");
        Assert.Null(await Directory().FindAsync("the-first-key", Ct));
        Assert.NotNull(await Directory().FindAsync("the-second-key", Ct));

        await EnsureAsync("");
        Assert.Null(await Directory().FindAsync("the-second-key", Ct));

        await EnsureAsync("the-first-key");
        Assert.NotNull(await Directory().FindAsync("the-first-key", Ct));
    }

    [Fact]
    public async Task A_configured_key_that_a_person_revoked_stays_revoked()
    {
        await EnsureAsync("the-first-key");
        var key = Assert.Single(await Get<ApiKeyList>().ReadAsync(Admin, Ct));
        await Get<RevokeApiKey>().RunAsync(key.KeyId, Admin, Ct);

        await EnsureAsync("the-first-key");

        Assert.Null(await Directory().FindAsync("the-first-key", Ct));
    }

    [Fact]
    public async Task Use_is_noted_once_a_minute()
    {
        var issued = await IssueAsync();
        var (directory, self) = (Directory(), new SelfAddress());
        using var pump = new RecordKeyUse(directory, Get<Writes>(), Time, Get<Bells>(), self, NullLogger<RecordKeyUse>.Instance);
        await pump.WorkAsync(Ct);
        await directory.FindAsync(issued.Secret, Ct);

        await pump.WorkAsync(Ct);
        Assert.Null((await Get<ApiKeyList>().ReadAsync(Admin, Ct))[0].LastUsedAt);
        var used = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromMinutes(1));
        await pump.WorkAsync(Ct);

        Assert.Equal(used, (await Get<ApiKeyList>().ReadAsync(Admin, Ct))[0].LastUsedAt);
    }

    // Another node each time, so that nothing is known yet; its memory grows old by the test's clock.
    private ApiKeyDirectory Directory() => new(Get<Microsoft.EntityFrameworkCore.IDbContextFactory<PagoDb>>(), Time, Time);

    private async Task<IssuedKey> IssueAsync() => (await Get<IssueApiKey>().RunAsync("till", Reading, Admin, Ct)).Value;

    private Task EnsureAsync(string key) =>
        new EnsureConfiguredKey(Get<Writes>(), Options.Create(new MarketplaceOptions { ApiKey = key }), NullLogger<EnsureConfiguredKey>.Instance).RunAsync(Ct);

    private async Task<IEnumerable<string>> KindsAsync(ApiKey key)
    {
        await using var db = await Get<Microsoft.EntityFrameworkCore.IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return [.. db.Set<JournalEntry>().Where(e => e.Stream == key.Stream).OrderBy(e => e.Position).Select(e => e.Kind)];
    }
}

public sealed class SqliteApiKeyTests() : ApiKeyTests(StorageProvider.Sqlite);

public sealed class PostgresApiKeyTests() : ApiKeyTests(StorageProvider.Postgres);
