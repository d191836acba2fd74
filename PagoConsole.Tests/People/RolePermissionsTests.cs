using Microsoft.Extensions.Hosting.Internal;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;

namespace PagoConsole.Tests.People;

public sealed class RolePermissionsTests
{
    [Fact]
    public void An_admin_decides_neither_cases_nor_money()
    {
        var admin = RolePermissions.Of(Role.Admin);

        Assert.DoesNotContain(admin, permission => permission is Permission.DecideCases or Permission.TakeOverCases or Permission.DecideMoney or Permission.Refund);
        Assert.Empty(new[] { Permission.ChangeRules, Permission.ManageAccess, Permission.ManageJobs }.Except(admin));
    }

    [Fact]
    public void An_auditor_sees_everything_masked_and_changes_nothing()
    {
        var auditor = RolePermissions.Of(Role.Auditor);

        Assert.All(auditor, permission => Assert.StartsWith("See", permission.ToString(), StringComparison.Ordinal));
        Assert.Equal(
            RolePermissions.OfPeople.Where(permission => permission.ToString().StartsWith("See", StringComparison.Ordinal) && permission != Permission.SeePersonalData).ToHashSet(),
            auditor.ToHashSet());
    }

    [Fact]
    public void A_lead_may_what_an_analyst_may_and_more() =>
        Assert.ProperSuperset(RolePermissions.Of(Role.Analyst).ToHashSet(), RolePermissions.Of(Role.Lead).ToHashSet());

    [Fact]
    public void Who_reads_the_audit_may_know_of_cases_against_money_laundering_for_they_stand_in_it() =>
        Assert.All(
            Enum.GetValues<Role>().Where(role => RolePermissions.Of(role).Contains(Permission.SeeAudit)),
            role => Assert.Contains(Permission.SeeAml, RolePermissions.Of(role)));

    [Fact]
    public void Only_finance_decides_money() =>
        Assert.Equal([Role.Finance], Enum.GetValues<Role>().Where(role => RolePermissions.Of(role).Contains(Permission.DecideMoney)));

    [Fact]
    public void Every_permission_of_people_belongs_to_somebody() =>
        Assert.All(RolePermissions.OfPeople, permission => Assert.Contains(Enum.GetValues<Role>(), role => RolePermissions.Of(role).Contains(permission)));

    [Fact]
    public void Nobody_has_the_permissions_of_a_key() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.DoesNotContain(RolePermissions.Of(role), p => p.ToString().StartsWith("Api", StringComparison.Ordinal)));

    [Fact]
    public void A_name_that_is_no_role_gives_nothing() => Assert.Empty(RolePermissions.Of(["Root", "7", ""]));

    [Theory]
    [InlineData("Production", new[] { "lead@demo.pe" }, false)]
    [InlineData("Production", new string[0], true)]
    [InlineData("Production", null, true)]
    [InlineData("Demo", new[] { "lead7@demo.pe" }, true)]
    [InlineData("Demo", new[] { "boss@demo.pe" }, false)]
    public void Demo_users_are_of_a_known_role_and_never_in_production(string environment, string[]? users, bool accepted)
    {
        var check = new CheckDemoPeople(new HostingEnvironment { EnvironmentName = environment });

        Assert.Equal(accepted, check.Validate(null, new DemoPeopleOptions { Users = users }).Succeeded);
    }
}
