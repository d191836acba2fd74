using Microsoft.AspNetCore.Identity;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.People;
using PagoConsole.Core.People.Desk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.People;

public sealed class PeopleDeskTestsOnSqlite() : PeopleDeskTests(StorageProvider.Sqlite);

public sealed class PeopleDeskTestsOnPostgres() : PeopleDeskTests(StorageProvider.Postgres);

public abstract class PeopleDeskTests(StorageProvider provider) : PeopleTest(provider)
{
    private const string Password = "Segura-2026";
    private Actor admin = null!;

    protected override Dictionary<string, string?> Settings => new() { ["Demo:Users:0"] = "admin@demo.pe", ["Demo:Users:1"] = "admin2@demo.pe", ["Demo:Users:2"] = "lead@demo.pe" };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await SeedAsync();
        admin = await ActorAsync("admin@demo.pe");
    }

    [Fact]
    public async Task An_invitation_makes_somebody_who_chooses_a_password_once()
    {
        var link = (await InviteAsync("ana@tienda.pe", "Ana")).Value;
        Assert.Equal(PersonState.Invited, (await LineAsync("Ana")).State);

        var used = await UseAsync(link.Token);
        var again = await UseAsync(link.Token);

        Assert.True(used.Done);
        Assert.Equal(RefusalCode.NotFound, again.Refusal!.Code);
        var line = await LineAsync("Ana");
        Assert.Equal((PersonState.Active, null), (line.State, line.LinkUntil));
        Assert.Equal([Role.Analyst], line.Roles);
        Assert.True(await InScopeAsync<UserManager<Person>, bool>(async people => await people.CheckPasswordAsync((await people.FindByNameAsync("ana@tienda.pe"))!, Password)));
        Assert.DoesNotContain(await AllAsync<PersonLink>(), kept => kept.TokenHash.Contains(link.Token, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_link_ends_with_its_time_with_a_newer_one_and_with_the_account()
    {
        var first = (await InviteAsync("ana@tienda.pe", "Ana")).Value;
        var second = (await Get<ResetPassword>().RunAsync(first.PersonId, admin, Ct)).Value;
        Assert.Equal(RefusalCode.NotFound, (await UseAsync(first.Token)).Refusal!.Code);

        Time.Advance(PersonLink.Lifetime);
        Assert.Equal(RefusalCode.NotFound, (await UseAsync(second.Token)).Refusal!.Code);

        var third = (await Get<ResetPassword>().RunAsync(first.PersonId, admin, Ct)).Value;
        await Get<DisablePerson>().RunAsync(first.PersonId, admin, Ct);
        Assert.Equal(RefusalCode.NotFound, (await UseAsync(third.Token)).Refusal!.Code);
    }

    [Theory]
    [InlineData("", "Ana", RefusalCode.Invalid)]
    [InlineData("no-address", "Ana", RefusalCode.Invalid)]
    [InlineData("ana@tienda.pe", " ", RefusalCode.Invalid)]
    [InlineData("LEAD@demo.pe", "Ana", RefusalCode.PersonTaken)]
    [InlineData("ana@tienda.pe", "Lead", RefusalCode.PersonTaken)]
    public async Task An_invitation_needs_a_free_address_and_name(string email, string name, RefusalCode code) =>
        Assert.Equal(code, (await InviteAsync(email, name)).Refusal!.Code);

    [Fact]
    public async Task Two_admins_cannot_take_away_each_other()
    {
        var (one, other) = (admin, await ActorAsync("admin2@demo.pe"));

        var results = await Task.WhenAll(Get<DisablePerson>().RunAsync(other.Id, one, Ct), Get<DisablePerson>().RunAsync(one.Id, other, Ct));

        Assert.Single(results, result => result.Done);
        Assert.Equal(RefusalCode.LastAdmin, results.Single(result => !result.Done).Refusal!.Code);
    }

    [Fact]
    public async Task The_last_admin_keeps_the_role_and_nobody_disables_or_resets_himself()
    {
        var other = await ActorAsync("admin2@demo.pe");
        Assert.True((await Get<ChangeRoles>().RunAsync(other.Id, new HashSet<Role> { Role.Lead }, admin, Ct)).Done);

        Assert.Equal(RefusalCode.LastAdmin, (await Get<ChangeRoles>().RunAsync(admin.Id, new HashSet<Role> { Role.Lead }, admin, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotOneself, (await Get<DisablePerson>().RunAsync(admin.Id, admin, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotOneself, (await Get<ResetPassword>().RunAsync(admin.Id, admin, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotOneself, (await Get<ResetSecondFactor>().RunAsync(admin.Id, admin, Ct)).Refusal!.Code);

        // Somebody who was only invited cannot sign in yet, so he does not count as another admin.
        await InScopeAsync<InvitePerson, Result<MadeLink>>(invite => invite.RunAsync("new@tienda.pe", "New", new HashSet<Role> { Role.Admin }, admin, Ct));
        Assert.Equal(RefusalCode.LastAdmin, (await Get<ChangeRoles>().RunAsync(admin.Id, new HashSet<Role> { Role.Lead }, admin, Ct)).Refusal!.Code);
    }

    [Fact]
    public async Task Everything_that_takes_access_away_ends_sessions_and_is_journalled()
    {
        var lead = await ActorAsync("lead@demo.pe");
        var stamps = new List<string?> { await StampAsync() };
        async Task<string?> StampAsync() => (await FindAsync("lead@demo.pe"))!.SecurityStamp;

        await Get<ChangeRoles>().RunAsync(lead.Id, new HashSet<Role> { Role.Lead, Role.Finance }, admin, Ct);
        stamps.Add(await StampAsync());
        await Get<SignOutEverywhere>().RunAsync(lead.Id, lead, Ct);
        stamps.Add(await StampAsync());
        await Get<ResetSecondFactor>().RunAsync(lead.Id, admin, Ct);
        stamps.Add(await StampAsync());
        await Get<ResetPassword>().RunAsync(lead.Id, admin, Ct);
        stamps.Add(await StampAsync());
        await Get<DisablePerson>().RunAsync(lead.Id, admin, Ct);
        stamps.Add(await StampAsync());
        await Get<DisablePerson>().EnableAsync(lead.Id, admin, Ct);

        Assert.Equal(stamps.Count, stamps.Distinct().Count());
        var entries = (await AllAsync<JournalEntry>()).Where(entry => entry.Stream == PersonEvents.StreamOf(lead.Id)).OrderBy(entry => entry.Position);
        Assert.Equal(
            [PersonEvents.Added, PersonEvents.RolesChanged, PersonEvents.SignedOutEverywhere, PersonEvents.SecondFactorOff, PersonEvents.LinkMade, PersonEvents.Disabled, PersonEvents.Enabled],
            entries.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Who_does_not_manage_access_sees_nobody_and_changes_nobody()
    {
        var lead = await ActorAsync("lead@demo.pe");
        var roles = new HashSet<Role> { Role.Analyst };

        Assert.Equal(RefusalCode.NotAllowed, (await Get<PeopleList>().ReadAsync(lead, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await InScopeAsync<InvitePerson, Result<MadeLink>>(invite => invite.RunAsync("a@b.pe", "A", roles, lead, Ct))).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<ChangeRoles>().RunAsync(admin.Id, roles, lead, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<DisablePerson>().RunAsync(admin.Id, lead, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<DisablePerson>().EnableAsync(admin.Id, lead, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<ResetPassword>().RunAsync(admin.Id, lead, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<ResetSecondFactor>().RunAsync(admin.Id, lead, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<SignOutEverywhere>().RunAsync(admin.Id, lead, Ct)).Refusal!.Code);
    }

    private Task<Result<MadeLink>> InviteAsync(string email, string name) =>
        InScopeAsync<InvitePerson, Result<MadeLink>>(invite => invite.RunAsync(email, name, new HashSet<Role> { Role.Analyst }, admin, Ct));

    private Task<Result<Person>> UseAsync(string token) => InScopeAsync<UsePersonLink, Result<Person>>(links => links.RunAsync(token, Password, Ct));

    private async Task<PersonLine> LineAsync(string name) => (await Get<PeopleList>().ReadAsync(admin, Ct)).Value.Single(person => person.Name == name);

    private async Task<Actor> ActorAsync(string email) =>
        (await InScopeAsync<IUserClaimsPrincipalFactory<Person>, Actor?>(async claims => PersonClaims.ActorOf(await claims.CreateAsync((await FindAsync(email))!))))!;
}
