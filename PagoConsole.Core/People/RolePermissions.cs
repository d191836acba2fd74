using PagoConsole.Core.Foundation;
using static PagoConsole.Core.Foundation.Permission;

namespace PagoConsole.Core.People;

/// <summary>The one table of who may do what. Somebody with several roles may do what any of them may.</summary>
public static class RolePermissions
{
    private static readonly Permission[] Analyst =
        [SeeOrders, SeeEvents, SeeReviews, DecideCases, SeePersonalData, SeeRules, SeeEvidence, SeeDisputes, WorkDisputes, AcknowledgeAlarms];

    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Analyst] = [.. Analyst],
        [Role.Lead] = [.. Analyst, TakeOverCases, SeeTeam, SeeSeals, HoldOrders, SeeAudit, ExportPersonalData, SeeAml, WorkAml],
        [Role.Finance] = [SeeOrders, SeeEvents, SeeMoney, DecideMoney, Reconcile, Refund, ReplayDeliveries, SeeEvidence, SeeDisputes, WorkDisputes, AcknowledgeAlarms],
        [Role.Admin] =
        [
            SeeOrders, SeeEvents, SeeReviews, SeeMoney, SeeRules, ChangeRules, ManageAccess, ManageJobs, ReplayDeliveries, AcknowledgeAlarms,
            SeeEvidence, SeeSeals, HoldOrders, ManageRetention, SeeAudit, SeeDisputes, SeeAml,
        ],
        [Role.Auditor] = [SeeOrders, SeeEvents, SeeReviews, SeeTeam, SeeMoney, SeeRules, SeeEvidence, SeeSeals, SeeAudit, SeeDisputes, SeeAml],
    };

    /// <summary>The permissions that people can have; those of API keys are their own.</summary>
    public static IReadOnlyList<Permission> OfPeople { get; } =
        [.. Enum.GetValues<Permission>().Where(permission => !permission.ToString().StartsWith("Api", StringComparison.Ordinal))];

    /// <summary>What this role may do.</summary>
    public static IReadOnlySet<Permission> Of(Role role) => Table[role];

    /// <summary>What somebody with these roles may do; names that are no role give nothing.</summary>
    public static IReadOnlySet<Permission> Of(IEnumerable<string> roles) =>
        roles.Where(name => Enum.TryParse<Role>(name, out var role) && Enum.IsDefined(role)).SelectMany(name => Table[Enum.Parse<Role>(name)]).ToHashSet();
}
