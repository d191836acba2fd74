using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Admin.Access;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.People;
using PagoConsole.Core.People.Desk;
using PagoConsole.Core.People.SignIns;
using PagoConsole.Core.Secrets;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Components;

public sealed class AccessPagesTests : PageTest
{
    private static readonly Actor Admin = new(ActorKind.Person, "usr_Admin", "Admin", RolePermissions.Of(Role.Admin));

    [Fact]
    public async Task Inviting_somebody_shows_the_link_once_and_the_row()
    {
        var page = Show<UsersPage>(Role.Admin, "/admin/users");
        page.WaitForAssertion(() => Assert.Contains("Nobody yet", page.Markup, StringComparison.Ordinal));

        page.Press(() => page.Find("button.mud-button-filled"));
        page.Act(() => page.Find("#invite-name"), field => field.Input("Ana Quispe"));
        page.Act(() => page.Find("#invite-email"), field => field.Input("not an address"));
        page.Press(() => page.FindAll("button").Last(button => button.TextContent.Contains("Make the link", StringComparison.Ordinal)));
        page.WaitForAssertion(() => Assert.Contains("Enter a valid e-mail address", page.Markup, StringComparison.Ordinal));
        page.Act(() => page.Find("#invite-email"), field => field.Input("ana@tienda.pe"));
        page.Press(() => page.FindAll("button").Last(button => button.TextContent.Contains("Make the link", StringComparison.Ordinal)));

        page.WaitForAssertion(() => Assert.Contains("/welcome/", page.Find("#once").TextContent, StringComparison.Ordinal));
        Assert.Contains("Ana Quispe", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("Invited", page.Find("tbody").TextContent, StringComparison.Ordinal);
        var invited = await ReadAsync(db => db.Set<Person>().SingleAsync(Ct));
        Assert.Equal("ana@tienda.pe", invited.Email);
    }

    [Fact]
    public async Task Disabling_asks_first_and_says_so_in_the_row()
    {
        await using (var scope = Get<IServiceScopeFactory>().CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<InvitePerson>().RunAsync("ana@tienda.pe", "Ana", new HashSet<Role> { Role.Lead }, Admin, Ct);
        var page = Show<UsersPage>(Role.Admin, "/admin/users");
        page.WaitForAssertion(() => Assert.Contains("Ana", page.Find("tbody").TextContent, StringComparison.Ordinal));

        await page.InvokeAsync(() => { _ = page.FindComponent<UserLine>().Instance.OnAct.InvokeAsync(UserAct.Disable); }); // ends only with the dialog
        page.WaitForAssertion(() => Assert.Contains("Disable Ana?", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Disabled", page.Find("tbody").TextContent, StringComparison.Ordinal);
        page.Press(() => page.FindAll("button").Last(button => button.TextContent.Trim() == "Disable"));

        page.WaitForAssertion(() => Assert.Contains("Disabled", page.Find("tbody").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_is_issued_with_its_scopes_and_its_secret_shown_once()
    {
        var page = Show<KeysPage>(Role.Admin, "/admin/keys");
        page.WaitForAssertion(() => Assert.Contains("No key yet", page.Markup, StringComparison.Ordinal));

        page.Press(() => page.Find("button.mud-button-filled"));
        page.Act(() => page.Find("#key-name"), field => field.Input("checkout"));
        page.Press(() => page.FindAll("button").Last(button => button.TextContent.Contains("Create the key", StringComparison.Ordinal)));
        page.WaitForAssertion(() => Assert.Contains("Choose at least one scope", page.Markup, StringComparison.Ordinal));
        page.Act(
            () => page.FindAll("label.choice").First(label => label.TextContent.Contains("orders:read", StringComparison.Ordinal)).QuerySelector("input")!,
            box => box.Change(true));
        page.Press(() => page.FindAll("button").Last(button => button.TextContent.Contains("Create the key", StringComparison.Ordinal)));

        page.WaitForAssertion(() => Assert.StartsWith("mk_", page.Find("#once").TextContent, StringComparison.Ordinal));
        var kept = await ReadAsync(db => db.Set<ApiKey>().SingleAsync(Ct));
        Assert.Equal(("checkout", "orders:read"), (kept.Name, kept.Scopes));
        Assert.Contains("Holds", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_added_and_the_others_end_after_the_overlap()
    {
        Get<SecretShelf>().Apply(SecretKind.Webhook, ["the-configured-secret"]); // as whoever reads the settings does
        await Get<KeepSecrets>().WorkAsync(Ct);
        var page = Show<SecretsPage>(Role.Admin, "/admin/secrets");
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("section.card").Count));

        page.Press(() => page.Find("button[aria-label='Add a secret: Webhook secret']"));
        page.Act(() => page.Find("#secret-text"), field => field.Input("short"));
        page.Act(() => page.Find("#secret-overlap"), field => field.Change(nameof(Overlap.Day)));
        page.Press(() => page.FindAll("button.mud-button-filled")[^1]);
        page.WaitForAssertion(() => Assert.Contains("16 to 200 visible characters", page.Find("#form-fault").TextContent, StringComparison.Ordinal));
        page.Act(() => page.Find("#secret-text"), field => field.Input("a-secret-from-PagoEfectivo"));
        page.Press(() => page.FindAll("button.mud-button-filled")[^1]);

        page.WaitForAssertion(() => Assert.Equal("a-secret-from-PagoEfectivo", page.Find("#once").TextContent));
        var rows = await ReadAsync(db => db.Set<StoredSecret>().Where(secret => secret.Kind == SecretKind.Webhook).ToListAsync(Ct));
        Assert.Equal([Time.GetUtcNow() + TimeSpan.FromDays(1), null], rows.Select(row => row.EndsAt).OrderBy(end => end is null));
    }

    [Fact]
    public async Task The_log_tells_who_was_not_let_in_and_why()
    {
        await Get<SignInLog>().RecordAsync(null, "203.0.113.9", SignInMethod.Password, SignInOutcome.UnknownPerson, Ct);

        var page = Show<SignInsPage>(Role.Admin, "/admin/sign-ins?refused=true");

        page.WaitForAssertion(() => Assert.Contains("203.0.113.9", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Contains("Unknown e-mail", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_does_not_manage_access_sees_no_users() => Forbidden<UsersPage>("/admin/users");

    [Fact]
    public void Who_does_not_manage_access_sees_no_keys() => Forbidden<KeysPage>("/admin/keys");

    [Fact]
    public void Who_does_not_manage_access_sees_no_secrets() => Forbidden<SecretsPage>("/admin/secrets");

    [Fact]
    public void Who_does_not_manage_access_sees_no_sign_ins() => Forbidden<SignInsPage>("/admin/sign-ins");

    [Fact]
    public async Task When_the_store_fails_it_says_so()
    {
        await Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("ALTER TABLE person_links RENAME TO gone", [], Ct), Ct);

        var page = Show<UsersPage>(Role.Admin, "/admin/users");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));
    }

    private void Forbidden<TPage>(string path)
        where TPage : IComponent
    {
        var page = Show<TPage>(Role.Auditor, path);
        page.WaitForAssertion(() => Assert.Contains("Your role does not include this page", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("table"));
    }

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddSingleton<ISeal, PlainSeal>().AddPeople().AddSecrets()
            .AddSingleton<IssueApiKey>().AddSingleton<RotateApiKey>().AddSingleton<RevokeApiKey>().AddSingleton<ApiKeyList>();
    }
}
