using Microsoft.AspNetCore.Identity;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.People;
using PagoConsole.Core.People.Desk;
using PagoConsole.Core.People.SecondFactor;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Access;

namespace PagoConsole.Tests.People;

public sealed class SecondFactorTestsOnSqlite() : SecondFactorTests(StorageProvider.Sqlite);

public sealed class SecondFactorTestsOnPostgres() : SecondFactorTests(StorageProvider.Postgres);

public abstract class SecondFactorTests(StorageProvider provider) : PeopleTest(provider)
{
    protected override Dictionary<string, string?> Settings => new() { ["Demo:Users:0"] = "lead@demo.pe", ["Demo:Users:1"] = "admin@demo.pe", ["SignIn:AdminsNeedSecondFactor"] = "true" };

    [Fact]
    public async Task A_right_code_turns_it_on_and_gives_ten_recovery_codes_that_are_kept_as_hashes()
    {
        await SeedAsync();
        var (wrong, codes, left) = await WithLeadAsync(async (factor, people, lead) =>
        {
            var key = await factor.KeyAsync(lead);
            var wrong = await factor.TurnOnAsync(lead, "000000", Ct);
            var codes = (await factor.TurnOnAsync(lead, Totp.CodeOf(key), Ct)).Value;
            return (wrong.Refusal!.Code, codes, await factor.LeftAsync(lead));
        });

        Assert.Equal(RefusalCode.Invalid, wrong);
        Assert.Equal((OwnSecondFactor.CodeCount, OwnSecondFactor.CodeCount), (codes.Distinct().Count(), left));
        Assert.True((await FindAsync("lead@demo.pe"))!.TwoFactorEnabled);
        var kept = string.Concat((await AllAsync<IdentityUserToken<string>>()).Select(token => token.Value));
        Assert.DoesNotContain(codes, code => kept.Contains(code, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("closed:second-factor-key:", kept, StringComparison.Ordinal);
        Assert.Contains(await AllAsync<JournalEntry>(), entry => entry.Kind == PersonEvents.SecondFactorOn);
    }

    [Fact]
    public async Task A_recovery_code_works_once_however_it_is_typed_and_new_ones_end_the_old()
    {
        await SeedAsync();
        await WithLeadAsync(async (factor, people, lead) =>
        {
            var key = await factor.KeyAsync(lead);
            var codes = (await factor.TurnOnAsync(lead, Totp.CodeOf(key), Ct)).Value;

            Assert.True((await people.RedeemTwoFactorRecoveryCodeAsync(lead, codes[0].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant())).Succeeded);
            Assert.False((await people.RedeemTwoFactorRecoveryCodeAsync(lead, codes[0])).Succeeded);
            Assert.Equal(9, await factor.LeftAsync(lead));

            var renewed = (await factor.RenewCodesAsync(lead, Totp.CodeOf(key, 1), Ct)).Value;
            Assert.False((await people.RedeemTwoFactorRecoveryCodeAsync(lead, codes[1])).Succeeded);
            Assert.True((await people.RedeemTwoFactorRecoveryCodeAsync(lead, renewed[0])).Succeeded);
            return true;
        });
    }

    [Fact]
    public async Task A_code_is_right_once_only_and_wrong_ones_lock()
    {
        await SeedAsync();
        await WithLeadAsync(async (factor, people, lead) =>
        {
            var key = await factor.KeyAsync(lead);
            var code = Totp.CodeOf(key);
            Assert.True((await factor.TurnOnAsync(lead, code, Ct)).Done);

            Assert.Equal(RefusalCode.Invalid, (await factor.RenewCodesAsync(lead, code, Ct)).Refusal!.Code);
            for (var i = 1; i < 5; i++) await factor.RenewCodesAsync(lead, "123", Ct);

            Assert.True(await people.IsLockedOutAsync(lead));
            Assert.Equal(RefusalCode.NotPossibleInThisState, (await factor.TurnOffAsync(lead, Totp.CodeOf(key, 1), Ct)).Refusal!.Code);
            return true;
        });
    }

    [Fact]
    public async Task An_admin_without_one_may_do_nothing_and_one_who_has_it_cannot_turn_it_off()
    {
        await SeedAsync();
        var before = await ActorAsync("admin@demo.pe");
        Assert.Empty(before.Permissions);
        Assert.NotEmpty((await ActorAsync("lead@demo.pe")).Permissions);

        await WithAsync("admin@demo.pe", async (factor, people, admin) =>
        {
            var key = await factor.KeyAsync(admin);
            Assert.True((await factor.TurnOnAsync(admin, Totp.CodeOf(key), Ct)).Done);
            Assert.Equal(RefusalCode.NotAllowed, (await factor.TurnOffAsync(admin, Totp.CodeOf(key, 1), Ct)).Refusal!.Code);
            return true;
        });

        Assert.Equal(RolePermissions.Of(Role.Admin), (await ActorAsync("admin@demo.pe")).Permissions);
    }

    [Fact]
    public async Task After_a_reset_neither_authenticator_nor_recovery_codes_hold()
    {
        await SeedAsync();
        var admin = new Actor(ActorKind.Person, "admin", "Admin", RolePermissions.Of(Role.Admin));
        var codes = await WithLeadAsync(async (factor, people, lead) => (await factor.TurnOnAsync(lead, Totp.CodeOf(await factor.KeyAsync(lead)), Ct)).Value);

        await Get<ResetSecondFactor>().RunAsync((await FindAsync("lead@demo.pe"))!.Id, admin, Ct);

        await WithLeadAsync(async (factor, people, lead) =>
        {
            Assert.False(lead.TwoFactorEnabled);
            Assert.Null(await people.GetAuthenticatorKeyAsync(lead));
            Assert.False((await people.RedeemTwoFactorRecoveryCodeAsync(lead, codes[0])).Succeeded);
            return true;
        });
    }

    private Task<T> WithLeadAsync<T>(Func<OwnSecondFactor, UserManager<Person>, Person, Task<T>> run) => WithAsync("lead@demo.pe", run);

    private Task<T> WithAsync<T>(string email, Func<OwnSecondFactor, UserManager<Person>, Person, Task<T>> run) =>
        InScopeAsync<IServiceProvider, T>(async services =>
        {
            var people = (UserManager<Person>)services.GetService(typeof(UserManager<Person>))!;
            return await run((OwnSecondFactor)services.GetService(typeof(OwnSecondFactor))!, people, (await people.FindByNameAsync(email))!);
        });

    private async Task<Actor> ActorAsync(string email) =>
        (await InScopeAsync<IUserClaimsPrincipalFactory<Person>, Actor?>(async claims => PersonClaims.ActorOf(await claims.CreateAsync((await FindAsync(email))!))))!;
}
