using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.People.Desk;
using PagoConsole.Core.People.SignIns;
using PagoConsole.Hosting;
using PagoConsole.Tests.Hosting;

namespace PagoConsole.Tests.Access;

/// <summary>Signing in with a second factor, links, and the end of sessions, over HTTP as browsers do it.</summary>
[Collection(AccessCollection.Name)]
public sealed class WayInTests(AccessHost access)
{
    private const string Password = "Segura-2026";
    private static readonly Actor Admin = new(ActorKind.Person, "an-admin", "An admin", RolePermissions.Of(Role.Admin));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private RunningHost Host => access.Host;

    [Fact]
    public async Task With_a_second_factor_the_password_alone_opens_nothing()
    {
        using var browser = await InvitedAsync("second@tienda.pe", "Second", Role.Analyst);
        var (key, codes) = await browser.EnrolAsync();
        Assert.Equal(10, codes.Count);

        using var other = new Browserlike(Host);
        using var first = await other.SignInAsync("second@tienda.pe", Password, "?returnUrl=%2Freviews");
        Assert.Equal("/sign-in/code?returnUrl=%2Freviews", Where(first));
        using var early = await other.Http.GetAsync("/reviews", Ct);
        Assert.Equal("/sign-in", Where(early).Split('?')[0]);

        using var wrong = await other.PostAsync("/sign-in/code?returnUrl=%2Freviews", "code", ("Input.Code", "000000"));
        Assert.Contains("The code is not right", await wrong.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var right = await other.PostAsync("/sign-in/code?returnUrl=%2Freviews", "code", ("Input.Code", Totp.CodeOf(key, 1)));
        Assert.Equal("/reviews", Where(right));
        using var seen = await other.Http.GetAsync("/reviews", Ct);
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        using var browser = await InvitedAsync("recover@tienda.pe", "Recover", Role.Analyst);
        var (_, codes) = await browser.EnrolAsync();

        Assert.Equal(HttpStatusCode.Found, await RecoverAsync("recover@tienda.pe", codes[0]));
        Assert.Equal(HttpStatusCode.OK, await RecoverAsync("recover@tienda.pe", codes[0]));
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_like_wrong_passwords()
    {
        using var browser = await InvitedAsync("locked@tienda.pe", "Locked", Role.Analyst);
        var (key, codes) = await browser.EnrolAsync();
        for (var i = 0; i < 5; i++) await RecoverAsync("locked@tienda.pe", $"WRONG-{i:00000}");

        using var other = new Browserlike(Host);
        using var answer = await other.SignInAsync("locked@tienda.pe", Password);

        Assert.Contains("Too many wrong passwords", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(PersonState.Locked, (await LineAsync("Locked")).State);
        Assert.Contains((await LogAsync("Locked")).Lines, line => line.SignIn.Outcome == SignInOutcome.LockedOut);
    }

    [Fact]
    public async Task An_admin_without_a_second_factor_is_led_to_set_it_up_before_anything_else()
    {
        using var browser = await Browserlike.SignedInAsync(Host, "admin2@demo.pe");

        foreach (var path in (string[])["/", "/admin/users", "/orders", "/money/cases.csv", "/account", "/hangfire"])
        {
            using var led = await browser.Http.GetAsync(path, Ct);
            Assert.Equal("/account/second-factor", Where(led));
        }

        using var program = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Http.SendAsync(program, Ct)).StatusCode);

        await browser.EnrolAsync();
        using var seen = await browser.Http.GetAsync("/admin/users", Ct);
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
    }

    [Theory]
    [InlineData("roles")]
    [InlineData("disable")]
    [InlineData("password")]
    [InlineData("everywhere")]
    public async Task A_session_ends_when(string what)
    {
        using var browser = await InvitedAsync($"{what}@tienda.pe", $"Ends by {what}", Role.Analyst);
        using (var before = await browser.Http.GetAsync("/orders", Ct)) Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        var id = (await LineAsync($"Ends by {what}")).Id;

        switch (what)
        {
            case "roles": await Service<ChangeRoles>().RunAsync(id, new HashSet<Role> { Role.Auditor }, Admin, Ct); break;
            case "disable": await Service<DisablePerson>().RunAsync(id, Admin, Ct); break;
            case "password": await Service<ResetPassword>().RunAsync(id, Admin, Ct); break;
            default: await Service<SignOutEverywhere>().RunAsync(id, Admin, Ct); break;
        }

        using var after = await browser.Http.GetAsync("/orders", Ct);
        Assert.Equal("/sign-in", Where(after).Split('?')[0]);
        Assert.True(Sessions.RevalidationInterval <= TimeSpan.FromSeconds(30));
        Assert.True(Sessions.RequestInterval <= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Everybody_ends_their_own_sessions_everywhere()
    {
        using var one = await InvitedAsync("own@tienda.pe", "Own", Role.Analyst);
        using var other = await Browserlike.SignedInAsync(Host, "own@tienda.pe", Password);

        using var ended = await one.PostAsync("/account", "everywhere");

        Assert.Equal("/sign-in", Where(ended));
        using var after = await other.Http.GetAsync("/orders", Ct);
        Assert.Equal("/sign-in", Where(after).Split('?')[0]);
    }

    [Fact]
    public async Task Changing_the_own_password_takes_the_current_one_and_ends_the_others()
    {
        using var one = await InvitedAsync("change@tienda.pe", "Change", Role.Analyst);
        using var other = await Browserlike.SignedInAsync(Host, "change@tienda.pe", Password);

        using var wrong = await one.PostAsync("/account/password", "password", ("Input.Current", "wrong"), ("Input.Password", "Nueva-2026x"), ("Input.Again", "Nueva-2026x"));
        Assert.Contains("current password is not right", await wrong.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var right = await one.PostAsync("/account/password", "password", ("Input.Current", Password), ("Input.Password", "Nueva-2026x"), ("Input.Again", "Nueva-2026x"));
        Assert.Contains("The password is changed", await right.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        using var kept = await one.Http.GetAsync("/orders", Ct);
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        using var after = await other.Http.GetAsync("/orders", Ct);
        Assert.Equal("/sign-in", Where(after).Split('?')[0]);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_to_another_host(string returnTo)
    {
        using var browser = new Browserlike(Host);
        var query = $"?returnUrl={Uri.EscapeDataString(returnTo)}";

        using var signedIn = await browser.SignInAsync("auditor@demo.pe", DemoPeopleOptions.Password, query);
        using var language = await browser.Http.GetAsync($"/language{query}&to=en", Ct);

        Assert.Equal(("/", "/"), (Where(signedIn), Where(language)));
    }

    private static string Where(HttpResponseMessage answer) =>
        answer.Headers.Location is not { } to ? answer.StatusCode.ToString() : to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString;

    private T Service<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>Somebody who was invited and has just chosen a password.</summary>
    private async Task<Browserlike> InvitedAsync(string email, string name, Role role)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var link = (await scope.ServiceProvider.GetRequiredService<InvitePerson>().RunAsync(email, name, new HashSet<Role> { role }, Admin, Ct)).Value;
        var browser = new Browserlike(Host);
        using var answer = await browser.PostAsync($"/welcome/{link.Token}", "welcome", ("Input.Password", Password), ("Input.Again", Password));
        Assert.Equal("/", Where(answer));
        return browser;
    }

    private async Task<HttpStatusCode> RecoverAsync(string email, string code)
    {
        using var browser = new Browserlike(Host);
        using var first = await browser.SignInAsync(email, Password);
        if (first.StatusCode != HttpStatusCode.Found) return first.StatusCode;
        using var answer = await browser.PostAsync("/sign-in/code?recovery=true", "code", ("Input.Code", code));
        return answer.StatusCode;
    }

    private async Task<PersonLine> LineAsync(string name) => (await Service<PeopleList>().ReadAsync(Admin, Ct)).Value.Single(person => person.Name == name);

    private async Task<SignInPage> LogAsync(string name) =>
        (await Service<SignInList>().ReadAsync(new SignInFilter(PersonId: (await LineAsync(name)).Id), null, Admin, Ct)).Value;
}
