using Microsoft.AspNetCore.Identity;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.People;

public sealed class DemoPeopleTestsOnSqlite() : DemoPeopleTests(StorageProvider.Sqlite);

public sealed class DemoPeopleTestsOnPostgres() : DemoPeopleTests(StorageProvider.Postgres);

public abstract class DemoPeopleTests(StorageProvider provider) : PeopleTest(provider)
{
    [Theory]
    [InlineData("analyst@demo.pe", "Analyst", Role.Analyst)]
    [InlineData("analyst2@demo.pe", "Analyst 2", Role.Analyst)]
    [InlineData("lead@demo.pe", "Lead", Role.Lead)]
    [InlineData("finance2@demo.pe", "Finance 2", Role.Finance)]
    [InlineData("admin@demo.pe", "Admin", Role.Admin)]
    [InlineData("auditor@demo.pe", "Auditor", Role.Auditor)]
    public async Task A_demo_user_signs_in_with_the_role_of_its_name(string email, string name, Role role)
    {
        await SeedAsync();

        var (right, wrong, roles) = await InScopeAsync<UserManager<Person>, (bool, bool, IList<string>)>(async people =>
        {
            var person = (await people.FindByNameAsync(email.ToUpperInvariant()))!;
            Assert.Equal(name, person.DisplayName);
            return (await people.CheckPasswordAsync(person, DemoPeopleOptions.Password), await people.CheckPasswordAsync(person, "demo-1234!"), await people.GetRolesAsync(person));
        });

        Assert.True(right);
        Assert.False(wrong);
        Assert.Equal([role.ToString()], roles);
    }

    [Fact]
    public async Task Seeding_again_adds_nobody_and_changes_nobody()
    {
        await SeedAsync();
        var before = await FindAsync("lead@demo.pe");

        await Task.WhenAll(SeedAsync(), SeedAsync());

        Assert.Equal(8, (await AllAsync<Person>()).Count);
        Assert.Equal(before!.PasswordHash, (await FindAsync("lead@demo.pe"))!.PasswordHash);
        Assert.True(await Get<PeopleDirectory>().HasDemoPeopleAsync(Ct));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_five_minutes()
    {
        await SeedAsync();

        var end = await InScopeAsync<UserManager<Person>, DateTimeOffset?>(async people =>
        {
            var person = (await people.FindByNameAsync("analyst@demo.pe"))!;
            for (var attempt = 0; attempt < 5; attempt++)
            {
                Assert.False(await people.IsLockedOutAsync(person));
                await people.AccessFailedAsync(person);
            }

            Assert.True(await people.IsLockedOutAsync(person));
            return await people.GetLockoutEndDateAsync(person);
        });

        Assert.NotNull((await FindAsync("analyst@demo.pe"))!.LockoutEnd);
        Assert.NotNull(end);
    }

    [Fact]
    public async Task A_session_carries_name_and_role_and_makes_an_actor()
    {
        await SeedAsync();

        var actor = await InScopeAsync<IUserClaimsPrincipalFactory<Person>, Core.Foundation.Actor?>(async claims =>
            PersonClaims.ActorOf(await claims.CreateAsync((await FindAsync("finance@demo.pe"))!)));

        Assert.Equal("person:Finance", actor!.Signature);
        Assert.Equal(RolePermissions.Of(Role.Finance), actor.Permissions);
    }

    [Fact]
    public async Task A_chosen_language_is_remembered()
    {
        await SeedAsync();
        var person = (await FindAsync("lead@demo.pe"))!;
        var actor = new Core.Foundation.Actor(Core.Foundation.ActorKind.Person, person.Id, "Lead", RolePermissions.Of(Role.Lead));

        Assert.True((await Get<ChooseLanguage>().RunAsync(actor, "zh-Hans", Ct)).Done);

        Assert.Equal("zh-Hans", (await FindAsync("lead@demo.pe"))!.Culture);
    }

    [Fact]
    public async Task A_key_of_the_ring_is_kept_and_written_once()
    {
        await Get<KeyRing>().AddAsync("key-1", "<key id='1'/>", Ct);
        await Get<KeyRing>().AddAsync("key-1", "<key id='other'/>", Ct);

        Assert.Equal(["<key id='1'/>"], Get<KeyRing>().Read());
    }
}
