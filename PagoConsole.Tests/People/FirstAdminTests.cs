using Microsoft.AspNetCore.Identity;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.People;

public sealed class FirstAdminTestsOnSqlite() : FirstAdminTests(StorageProvider.Sqlite);

public sealed class FirstAdminTestsOnPostgres() : FirstAdminTests(StorageProvider.Postgres);

public abstract class FirstAdminTests(StorageProvider provider) : PeopleTest(provider)
{
    private const string Password = "Segura-2026";

    [Fact]
    public async Task The_link_makes_one_admin_and_then_works_no_more()
    {
        var token = (await MakeLinkAsync())!;
        Assert.True(await IsValidAsync(token));

        var made = await UseAsync(token, "ana@tienda.pe", "Ana Quispe");
        var again = await UseAsync(token, "eva@tienda.pe", "Eva");

        Assert.True(made.Done);
        Assert.Equal(RefusalCode.NotFound, again.Refusal?.Code);
        Assert.False(await IsValidAsync(token));
        Assert.Equal("ana@tienda.pe", Assert.Single(await AllAsync<Person>()).Email);
        var (right, roles) = await InScopeAsync<UserManager<Person>, (bool, IList<string>)>(async people =>
        {
            var person = (await people.FindByNameAsync("ana@tienda.pe"))!;
            return (await people.CheckPasswordAsync(person, Password), await people.GetRolesAsync(person));
        });
        Assert.True(right);
        Assert.Equal(["Admin"], roles);
        Assert.Contains(await AllAsync<JournalEntry>(), entry => entry.Kind == "person.first_admin");
    }

    [Fact]
    public async Task Two_who_use_it_together_make_one_admin()
    {
        var token = (await MakeLinkAsync())!;

        var results = await Task.WhenAll(UseAsync(token, "ana@tienda.pe", "Ana"), UseAsync(token, "eva@tienda.pe", "Eva"));

        Assert.Single(results, result => result.Done);
        Assert.Single(await AllAsync<Person>());
    }

    [Fact]
    public async Task The_link_holds_for_a_day()
    {
        var token = (await MakeLinkAsync())!;

        Time.Advance(SetupFirstAdmin.Lifetime);

        Assert.False(await IsValidAsync(token));
        Assert.Equal(RefusalCode.NotFound, (await UseAsync(token, "ana@tienda.pe", "Ana")).Refusal?.Code);
    }

    [Fact]
    public async Task A_new_link_ends_the_older_one()
    {
        var old = (await MakeLinkAsync())!;
        var young = (await MakeLinkAsync())!;

        Assert.False(await IsValidAsync(old));
        Assert.True(await IsValidAsync(young));
    }

    [Fact]
    public async Task The_database_does_not_know_the_token()
    {
        var token = (await MakeLinkAsync())!;

        Assert.DoesNotContain(await AllAsync<SetupLink>(), link => link.TokenHash.Contains(token, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task There_is_no_link_when_somebody_is_there()
    {
        await SeedAsync();

        Assert.Null(await MakeLinkAsync());
    }

    private Task<string?> MakeLinkAsync() => InScopeAsync<SetupFirstAdmin, string?>(setup => setup.MakeLinkAsync(Ct));

    private Task<bool> IsValidAsync(string token) => InScopeAsync<SetupFirstAdmin, bool>(setup => setup.IsValidAsync(token, Ct));

    private Task<Result<Person>> UseAsync(string token, string email, string name) =>
        InScopeAsync<SetupFirstAdmin, Result<Person>>(setup => setup.RunAsync(token, email, name, Password, Ct));
}
