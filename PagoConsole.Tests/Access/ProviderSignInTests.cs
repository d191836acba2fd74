using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.People.Desk;
using PagoConsole.Core.People.SignIns;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Access;

/// <summary>Signing in through a real provider, over HTTP from the button to the page.</summary>
[Collection(AccessCollection.Name)]
public sealed class ProviderSignInTests(AccessHost access)
{
    private static readonly Actor Admin = new(ActorKind.Person, "an-admin", "An admin", RolePermissions.Of(Role.Admin));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_with_a_mapped_role_is_added_and_comes_back_to_where_they_wanted()
    {
        using var browser = new Browserlike(access.Host);
        Is(new ProvidedUser("s-1", "rosa@acme.pe", "Rosa Vega", "risk", "everybody"));

        using var landed = await ComeAsync(browser, "/reviews");

        Assert.Equal(HttpStatusCode.OK, landed.StatusCode);
        Assert.Equal("/reviews", landed.RequestMessage!.RequestUri!.AbsolutePath);
        var rosa = await FindAsync("Rosa Vega");
        Assert.Equal([Role.Analyst], rosa.Roles);
        Assert.True(rosa.Provided);
        Assert.Equal(SignInMethod.Provider, (await LastAsync()).Method);
    }

    [Fact]
    public async Task The_provider_says_the_roles_anew_each_time()
    {
        using var first = new Browserlike(access.Host);
        Is(new ProvidedUser("s-2", "luis@acme.pe", "Luis Rojas", "risk"));
        (await ComeAsync(first, "/")).Dispose();
        Is(new ProvidedUser("s-2", "luis@acme.pe", "Luis Rojas", "treasury"));

        using var second = new Browserlike(access.Host);
        using var landed = await ComeAsync(second, "/money");

        Assert.Equal("/money", landed.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal([Role.Finance], (await FindAsync("Luis Rojas")).Roles);
    }

    [Fact]
    public async Task Nobody_without_a_mapped_role_gets_in()
    {
        using var browser = new Browserlike(access.Host);
        Is(new ProvidedUser("s-3", "eva@acme.pe", "Eva", "everybody"));

        using var landed = await ComeAsync(browser, "/");

        Assert.Equal("/sign-in", landed.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("gives you no role here", await landed.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.DoesNotContain((await PeopleAsync()), person => person.Name == "Eva");
        Assert.Equal(SignInOutcome.NoRole, (await LastAsync()).Outcome);
    }

    [Theory]
    [InlineData("analyst@demo.pe", true)]
    [InlineData("unverified@acme.pe", false)]
    public async Task An_email_with_a_password_here_or_one_not_verified_is_not_taken_over(string email, bool verified)
    {
        using var browser = new Browserlike(access.Host);
        Is(new ProvidedUser($"thief-{email}", email, "Thief", "it-admins") { EmailVerified = verified });

        using var landed = await ComeAsync(browser, "/");

        Assert.Contains("refused=NotLinked", landed.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        Assert.DoesNotContain(await PeopleAsync(), person => person.Name == "Thief");
    }

    [Fact]
    public async Task Somebody_disabled_here_stays_out_whatever_the_provider_says()
    {
        using var browser = new Browserlike(access.Host);
        Is(new ProvidedUser("s-4", "ines@acme.pe", "Ines", "risk"));
        (await ComeAsync(browser, "/")).Dispose();
        await access.Host.Services.GetRequiredService<DisablePerson>().RunAsync((await FindAsync("Ines")).Id, Admin, Ct);

        using var again = new Browserlike(access.Host);
        using var landed = await ComeAsync(again, "/");

        Assert.Contains("refused=Disabled", landed.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Lie.OtherKey)]
    [InlineData(Lie.OtherNonce)]
    [InlineData(Lie.OtherAudience)]
    [InlineData(Lie.Expired)]
    internal async Task A_token_that_cannot_be_believed_lets_nobody_in(Lie lie)
    {
        using var browser = new Browserlike(access.Host);
        Is(new ProvidedUser($"s-{lie}", $"{lie}@acme.pe", $"Liar {lie}", "risk"), lie);

        using var landed = await ComeAsync(browser, "/");

        Assert.Contains("refused=ProviderFailed", landed.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        Assert.DoesNotContain(await PeopleAsync(), person => person.Name == $"Liar {lie}");
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_lets_nobody_in()
    {
        using var victim = new Browserlike(access.Host);

        using var landed = await victim.FollowAsync(await victim.Http.GetAsync("/sign-in/provider/callback?code=stolen&state=made-up", Ct));

        Assert.Contains("refused=ProviderFailed", landed.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_back_never_leads_to_another_host()
    {
        using var browser = new Browserlike(access.Host);
        Is(new ProvidedUser("s-5", "olga@acme.pe", "Olga", "risk"));

        using var landed = await ComeAsync(browser, "//evil.example/");

        Assert.Equal(access.Host.Http.BaseAddress!.Authority, landed.RequestMessage!.RequestUri!.Authority);
        Assert.Equal("/", landed.RequestMessage.RequestUri.AbsolutePath);
    }

    [Fact]
    public async Task Who_comes_from_the_provider_is_asked_for_no_second_factor_here()
    {
        using var browser = new Browserlike(access.Host);
        Is(new ProvidedUser("s-6", "jefe@acme.pe", "Jefe", "it-admins"));

        using var landed = await ComeAsync(browser, "/admin/users");

        Assert.Equal("/admin/users", landed.RequestMessage!.RequestUri!.AbsolutePath);
    }

    private void Is(ProvidedUser user, Lie lie = Lie.None) => (access.Provider.User, access.Provider.Lie) = (user, lie);

    private static async Task<HttpResponseMessage> ComeAsync(Browserlike browser, string returnTo) =>
        await browser.FollowAsync(await browser.Http.GetAsync($"/sign-in/provider?returnUrl={Uri.EscapeDataString(returnTo)}", Ct));

    private async Task<IReadOnlyList<PersonLine>> PeopleAsync() => (await access.Host.Services.GetRequiredService<PeopleList>().ReadAsync(Admin, Ct)).Value;

    private async Task<PersonLine> FindAsync(string name) => (await PeopleAsync()).Single(person => person.Name == name);

    private async Task<SignInEntry> LastAsync()
    {
        await using var db = await access.Host.Services.GetRequiredService<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<SignInEntry>().OrderByDescending(s => s.LastAt).FirstAsync(Ct);
    }
}
