using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Layout;

/// <summary>A place of the house, as the rail and the search list it.</summary>
/// <param name="Key">Its name in the resources: <c>Place_KEY</c>.</param>
/// <param name="Icon">Its sign when the rail is narrow.</param>
/// <param name="Href">Where it is.</param>
/// <param name="Needs">Who does not have this permission does not see it.</param>
/// <param name="Also">Further addresses of it, where they do not begin like the first.</param>
internal sealed record Place(string Key, string Icon, string Href, Permission? Needs = null, params string[] Also)
{
    public const string Reviews = "Reviews";
    public const string Callbacks = "Callbacks";
    public const string Money = "Money";
    public const string Reconciliation = "Reconciliation";
    public const string Disputes = "Disputes";
    public const string Aml = "Aml";

    /// <summary>Only places that exist, in the order of the rail.</summary>
    public static IReadOnlyList<Place> All { get; } =
    [
        new("Overview", Icons.Material.Outlined.SpaceDashboard, ConsoleUrls.Home),
        new("Orders", Icons.Material.Outlined.ReceiptLong, ConsoleUrls.Orders(), Permission.SeeOrders),
        new(Reviews, Icons.Material.Outlined.PersonSearch, ConsoleUrls.Reviews(), Permission.SeeReviews),
        new(Money, Icons.Material.Outlined.Balance, ConsoleUrls.Money(), Permission.SeeMoney),
        new(Reconciliation, Icons.Material.Outlined.FactCheck, ConsoleUrls.ReconciliationPath, Permission.SeeMoney),
        new(Disputes, Icons.Material.Outlined.Gavel, ConsoleUrls.DisputesPath, Permission.SeeDisputes),
        new(Aml, Icons.Material.Outlined.TravelExplore, ConsoleUrls.AmlPath, Permission.SeeAml),
        new("Team", Icons.Material.Outlined.Insights, ConsoleUrls.Team(), Permission.SeeTeam),
        new("Accounts", Icons.Material.Outlined.ManageAccounts, ConsoleUrls.Accounts(), Permission.SeeOrders),
        new("Rules", Icons.Material.Outlined.Rule, ConsoleUrls.Rules(), Permission.SeeRules),
        new("Events", Icons.Material.Outlined.Sensors, ConsoleUrls.Events(), Permission.SeeEvents),
        new(Callbacks, Icons.Material.Outlined.Outbox, ConsoleUrls.Callbacks(), Permission.SeeOrders),
        new("Gateway", Icons.Material.Outlined.MonitorHeart, ConsoleUrls.Gateway(), Permission.SeeOrders),
        new("Audit", Icons.Material.Outlined.ManageHistory, ConsoleUrls.AuditPath, Permission.SeeAudit),
        new("PersonalData", Icons.Material.Outlined.PrivacyTip, ConsoleUrls.PersonalDataPath, Permission.SeeAudit),
        new("Seals", Icons.Material.Outlined.Verified, ConsoleUrls.Seals(), Permission.SeeSeals),
        new("Retention", Icons.Material.Outlined.AutoDelete, ConsoleUrls.Retention(), Permission.SeeSeals),
        new("Jobs", Icons.Material.Outlined.Schedule, ConsoleUrls.Jobs(), Permission.ManageJobs),
        new("Access", Icons.Material.Outlined.AdminPanelSettings, ConsoleUrls.People(), Permission.ManageAccess, ConsoleUrls.SignIns(), ConsoleUrls.ApiKeys(), ConsoleUrls.Secrets()),
        new("Connection", Icons.Material.Outlined.Cable, ConsoleUrls.Connection(), Permission.ManageJobs),
    ];
}
