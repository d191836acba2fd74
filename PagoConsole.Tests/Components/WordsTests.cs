using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Accounts;
using PagoConsole.Admin;
using PagoConsole.Alarms;
using PagoConsole.Callbacks;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Connection;
using PagoConsole.Core.Evidence.Holds;
using PagoConsole.Core.Evidence.Retention;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Evidence.Aml.Register;
using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Evidence.Packs;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Overview;
using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.Overview.Needs;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.PagoEfectivo.Announcements;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.People;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Invoices;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Core.Reconciliation.Workbooks.Contents;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Team;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.DeviceReputation;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Risk.Watch;
using PagoConsole.Core.Risk.Logins;
using PagoConsole.Core.Webhooks;
using PagoConsole.Core.Webhooks.Replay;
using PagoConsole.Events;
using PagoConsole.Evidence.Aml;
using PagoConsole.Evidence.Disputes;
using PagoConsole.Evidence.Packs;
using PagoConsole.Gateway;
using PagoConsole.Evidence.Retention;
using PagoConsole.Evidence.Seals;
using PagoConsole.Layout;
using PagoConsole.MoneyDesk;
using PagoConsole.Orders;
using PagoConsole.Overview;
using PagoConsole.Reconciliation;
using PagoConsole.Reconciliation.Days;
using PagoConsole.Reconciliation.Differences;
using PagoConsole.Reconciliation.Invoices;
using PagoConsole.Reconciliation.Settlements;
using PagoConsole.Reconciliation.Workbooks;
using PagoConsole.ReviewQueue.Case;
using PagoConsole.Rules;
using PagoConsole.Rules.Lists;
using PagoConsole.Rules.Watch;
using PagoConsole.Shared;
using PagoConsole.Team;
using System.Reflection;

namespace PagoConsole.Tests.Components;

/// <summary>Every word that a page can ask for exists in every language.</summary>
public sealed class WordsTests
{
    private static readonly string[] InternalKinds = [OrderEvents.WebhookProcessed];
    private static readonly IReadOnlyCollection<Rule> Rules = new ServiceCollection().AddRisk().BuildServiceProvider().GetServices<Rule>().ToList();

    [Theory]
    [ClassData(typeof(Cultures))]
    public void Every_state_has_a_word(string culture)
    {
        using var context = Speaking(culture);

        Has<SharedText>(context, Names<OrderStatus>("Status_"));
        Has<OrdersText>(
            context,
            [
                .. Names<PaymentStatus>("PaymentStatus_"), .. Names<ReviewState>("ReviewState_"), .. Names<ReviewDecision>("Decision_"),
                .. Names<MoneyCaseKind>("MoneyCase_"), .. Names<MoneyChoice>("MoneyChoice_"), .. Names<MovementKind>("Movement_"),
                .. Names<RefundState>("Refund_"), .. Names<GatewayFault>("Fault_"), .. Names<OutboxState>("Outbox_"), .. Names<OrdersPeriod>("Period_"),
            ]);
        Has<OverviewText>(context, [.. Names<NeedUrgency>("Urgency_"), .. Names<NeedKind>("Need_").Where(key => key != $"Need_{NeedKind.Alarm}"), .. Names<Happening>("Rows_")]);
        Has<GatewayText>(
            context,
            [
                .. Names<GatewayCircuit>("Circuit_"), .. Names<GatewayCircuit>("Circuit_", "_Hint"), .. Names<CallKind>("Call_"), .. Names<CommandKind>("Waits_"),
                .. Names<AmountBand>("Band_"),
            ]);
        Has<EventsText>(context, [.. Names<DeliveryVerdict>("Verdict_"), .. Names<DeliveryVerdict>("Verdict_", "_Hint")]);
        Has<AlarmsText>(context, [.. Names<AlarmKind>("Alarm_"), .. Names<AlarmKind>("Alarm_", "_Do"), .. Names<AlarmSeverity>("Severity_")]);
        Has<RulesText>(context, [
            .. Names<RiskOutcome>("Outcome_"), .. Names<RuleResult>("Result_"), .. Names<RuleAction>("Action_"),
            .. Names<RuleMode>("Mode_"), .. Names<RuleMode>("Mode_", "_What"), .. Names<IdentifierKind>("Kind_"), .. Names<ContactFault>("Fault_"),
            .. Names<ListedKind>("Listed_"), .. Names<ListEffect>("Effect_"), .. Names<ListEffect>("Effect_", "_What"),
            .. Names<LoginSuspicionKind>("Suspicion_"), .. Names<LoginSuspicionKind>("Suspicion_", "_Detail"), .. Names<LoginSuspicionKind>("Suspicion_", "_Short"),
            .. Names<ListEffect>("Effect_", "_Help"), .. Names<ListedKind>("Listed_", "_Example"), .. Names<RuleAction>("Choose_"),
            .. Enum.GetValues<ReputationOutage>().Select(outage => $"Outage_{DeviceScore.Without(outage).Reason}"),
        ]);
        Has<ListsText>(context, [.. Names<ListFileFault>("File_"), .. Names<ListLineFault>("Fault_")]);
        Has<WatchText>(context, [
            .. Names<WatchedKind>("Rate_"), .. Names<WatchedKind>("Chart_Unit_"), .. Names<WatchedKind>("Chart_Count_"), .. Names<RateState>("State_"),
        ]);
        Has<OrdersText>(context, Kinds(typeof(ListEvents)).Where(kind => kind.Contains('.')).Select(kind => $"Kind_{kind}"));
        Has<DeskText>(context, [
            .. Names<MoneyCaseKind>("Story_"), .. Names<MoneyCaseState>("State_"), .. Names<MoneyView>("View_"), .. Names<MoneyChoice>("Choice_"), .. Names<MoneyChoice>("Effect_"),
            .. Names<PayeeCheck>("Check_"), .. Names<RefundRoute>("Route_"), .. Names<MoneyAge>("Age_").Where(key => key != "Age_Today"),
        ]);
        Has<DifferencesText>(context, [
            .. Names<DifferenceKind>("Kind_"), .. Names<DifferenceKind>("What_"), .. Names<DifferenceState>("State_"), .. Names<DifferenceState>("Decide_"), .. Names<DifferenceState>("Effect_"),
            .. Names<Mending>("Mended_"), .. Names<DifferencesView>("View_"), .. Names<RowStatus>("Row_"), .. Names<ReviewDecision>("Review_"),
            .. Enum.GetValues<DifferenceKind>().SelectMany(DifferenceWords.FieldsOf).Select(field => $"Field_{field}"),
            .. RecordFields.Records.SelectMany(record => new[] { $"Record_{record}", $"Record_{record}_None" }),
        ]);
        Has<DaysText>(context, [
            .. Names<DayState>("State_"), .. Names<ReportState>("Report_"), .. Names<ReportSource>("Source_"), .. Names<ReportFault>("Fault_"), .. Names<DayTask>("Task_"), .. Names<DayTask>("Task_", "_Working"),
        ]);
        Has<SharedText>(context, Names<ChoiceObstacle>("Obstacle_"));
        Has<WorkbooksText>(
            context,
            [
                .. Names<Pairing>("Pairing_"), .. Names<WorkbookForm>("WorkbookForm_"), .. Names<WorkbookState>("WorkbookState_"),
                .. LineColumns.Of(CodeWords.Instance, null!).Select(column => $"Column_{column.Key}"),
                .. DifferenceColumns.Of(CodeWords.Instance, null!, default, withKind: true).Select(column => $"Column_{column.Key}"),
                .. SettlementRows.Columns.Select(column => $"Column_{column.Key}"),
            ]);
        Has<EventsText>(context, Names<MovementKind>("Replay_Money_"));
        Has<ConnectionText>(
            context,
            [
                .. Names<ConnectionStep>("Step_"), .. Names<ConnectionState>("State_"), .. Names<ConnectionFinding>("Finding_"), .. Names<AnnouncementKind>("Announced_"),
                .. Enum.GetValues<ConnectionFinding>().Where(f => ConnectionFindings.StateOf(f) is ConnectionState.Bad or ConnectionState.Warning).Select(f => $"Finding_{f}_Do"),
            ]);
        Has<DisputesText>(context, [
            .. Names<DisputeState>("State_"), .. Names<DisputesView>("View_"), .. Names<DisputesView>("Empty_"), .. Names<DisputeReason>("Reason_"), .. Names<ProofItem>("Proof_"),
            .. Names<ProofState>("Proof_State_"), .. Names<DisputeState>("Outcome_").Where(key => key != $"Outcome_{DisputeState.Open}"),
        ]);
        Has<AmlText>(context, [
            .. Names<AmlCaseState>("State_"), .. Names<AmlReason>("AmlReason_"), .. Names<AmlOrigin>("AmlOrigin_"), .. Names<MonitorView>("View_"), .. Names<AmlTab>("Tab_"),
            .. Names<LegalNumber>("Number_"), .. Names<RegisterKind>("RegisterKind_"), .. RegisterColumns.Of(CodeWords.Instance).Select(column => $"Column_{column.Key}"),
            .. Kinds(typeof(AmlEvents)).Select(kind => $"Kind_{kind}"),
        ]);
        Has<SettlementText>(context, [.. Names<CreditFault>("Fault_"), .. Names<CreditFileFault>("File_"), .. Names<MonthChargeKind>("Charge_")]);
        Has<InvoiceText>(context, [.. Names<InvoiceVerdict>("Verdict_"), .. Names<InvoiceType>("Type_"), .. InvoiceFaultsList.All.Select(fault => $"Fault_{fault}")]);
        Has<PackText>(context, [
            .. Names<EvidenceStage>("Stage_"), .. Names<LinkState>("Link_"), .. Names<GapKind>("Gap_"), .. Names<PackPart>("Part_"), .. Names<RiskOutcome>("A_Judged_"),
            .. Names<ReviewDecision>("A_Decided_"), .. Names<RefundState>("A_Refund_"), .. VerifierStep.All.SelectMany(step => new[] { $"V_{step.Name}", $"V_{step.Name}_Title" }),
        ]);
        Has<ReconciliationTabsText>(context, Names<ReconciliationTab>("Tab_"));
        Has<OrdersText>(context, Kinds(typeof(SettlementEvents), typeof(InvoiceEvents)).Select(kind => $"Kind_{kind}"));
        Has<SealsText>(context, [.. Names<JournalFaultKind>("Journal_"), .. Names<SealFaultKind>("Seal_")]);
        Has<RetentionText>(
            context, [.. Names<RetentionKind>("Kind_"), .. Names<RetentionRunState>("State_"), .. Names<HeldKind>("Held_"), .. Names<HeldKind>("Hold_Value_"), .. Names<HeldKind>("Hold_Invalid_")]);
        Has<OrdersText>(context, Kinds(typeof(SealEvents), typeof(RetentionEvents)).Where(kind => kind.Contains('.')).Select(kind => $"Kind_{kind}"));
        Has<CallbacksText>(context, [.. Names<OutboxState>("State_"), .. Names<CallbacksPeriod>("Period_")]);
        Has<AccountsText>(context, Names<RiskOutcome>("Outcome_"));
        Has<TeamText>(context, [.. Names<TeamPeriod>("Period_"), .. Names<LabelSource>("Source_").Where(key => key != "Source_Review")]);
        Has<CaseText>(context, [.. Names<ReviewDecision>("Decided_"), .. Names<ReviewDecision>(""), .. Names<ReviewDecision>("", "_What"), .. Names<ListedKind>("List_"), .. Names<EvidenceTab>("Tab_")]);
        Has<LayoutText>(
            context, [.. Names<Role>("Role_"), .. Names<Freshness>("Live_"), .. Names<Freshness>("Live_", "_Hint"), .. Place.All.Select(place => $"Place_{place.Key}")]);
    }

    [Theory]
    [ClassData(typeof(Cultures))]
    public void Every_kind_of_entry_about_an_order_has_a_sentence(string culture)
    {
        using var context = Speaking(culture);

        Has<OrdersText>(context, Kinds(typeof(OrderEvents), typeof(ReviewEvents), typeof(CallbackEvents), typeof(MoneyEvents), typeof(DisputeEvents), typeof(ReplayEvents), typeof(DifferenceEvents), typeof(DayEvents), typeof(ReconciliationEvents)).Except(InternalKinds).Select(kind => $"Kind_{kind}"));
    }

    [Theory]
    [ClassData(typeof(Cultures))]
    public void Every_rule_speaks(string culture)
    {
        using var context = Speaking(culture);

        Has<RulesText>(context, Rules.SelectMany(rule => new[] { "", "_Meaning", "_Hit", "_Quiet" }.Select(part => $"Rule_{rule.Id}{part}")));
    }

    [Theory]
    [ClassData(typeof(Cultures))]
    public void Every_setting_of_a_rule_has_a_name_and_its_default_a_unit(string culture)
    {
        using var context = Speaking(culture);
        var text = context.Text<RulesText>();

        Has<RulesText>(context, from rule in Rules from setting in rule.Settings select $"Setting_{rule.Id}_{setting.Name}");
        foreach (var (entry, rule) in RuleSet.Default.Rules.Join(Rules, entry => entry.Rule, rule => rule.Id, (entry, rule) => (entry, rule)))
            Assert.All(rule.Settings, setting => Assert.DoesNotContain("_", text.ValueOf(rule.Id, setting, rule.SettingsOf(entry))));
    }

    private static ConsoleContext Speaking(string culture)
    {
        var context = new ConsoleContext(new FakeTimeProvider());
        Cultures.Speak(culture);
        return context;
    }

    private static IEnumerable<string> Names<T>(string before, string after = "")
        where T : struct, Enum => Enum.GetNames<T>().Select(name => before + name + after);

    /// <summary>Constants with a dot are kinds; one without is the bell of a pump, and one that ends with it is what kinds begin with.</summary>
    private static IEnumerable<string> Kinds(params Type[] types) => types
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
        .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Where(kind => kind.TrimEnd('.').Contains('.', StringComparison.Ordinal));

    private static void Has<T>(ConsoleContext context, IEnumerable<string> keys)
    {
        IStringLocalizer text = context.Text<T>();
        Assert.Equal([], keys.Where(key => text[key].ResourceNotFound));
    }
}
