using PagoConsole.Callbacks;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Overview;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Core.Review.Team;
using PagoConsole.Core.Webhooks;
using PagoConsole.Hosting;
using PagoConsole.MoneyDesk;
using PagoConsole.Orders;
using PagoConsole.Reconciliation.Differences;
using PagoConsole.Reconciliation.Invoices;
using PagoConsole.Reconciliation.Settlements;
using PagoConsole.Reconciliation.Workbooks;
using PagoConsole.ReviewQueue.Queue;
using PagoConsole.Rules;
using PagoConsole.Rules.Performance;
using System.Globalization;

namespace PagoConsole.Shared;

/// <summary>Every address that a page links to is built here.</summary>
internal static partial class ConsoleUrls
{
    public const string Home = "/";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string SignInCode = "/sign-in/code";
    public const string SignInProvider = "/sign-in/provider";
    public const string SignInProviderDone = "/sign-in/provider/done";
    public const string OwnAccount = "/account";
    public const string OwnSecondFactor = "/account/second-factor";
    public const string OwnPassword = "/account/password";
    public const string Forbidden = "/forbidden";
    public const string NotFound = "/not-found";
    public const string Hangfire = "/hangfire";
    public const string ReturnUrlParameter = "returnUrl";
    public const string ListsCsvPath = "/rules/lists.csv";
    public const string ListsImport = "/rules/lists/import";
    public const string MoneyCsvPath = "/money/cases.csv";
    public const string MoneyProofPath = "/money/proofs";
    public const string ReconciliationPath = "/reconciliation";
    public const string ReconciliationExportPath = "/reconciliation/export";
    public const string ExportsPath = "/reconciliation/exports";
    public const string SettlementPath = "/reconciliation/settlement";
    public const string SettlementExportPath = "/reconciliation/settlement/export";
    public const string InvoicesPath = "/reconciliation/invoices";
    public const string InvoicesCsvPath = "/reconciliation/invoices.csv";
    public const string DifferencesPath = "/reconciliation/differences";
    public const string SealsPath = "/evidence/seals";
    public const string AttachmentPath = "/reconciliation/attachments";
    public const string DisputesPath = "/disputes";
    public const string DisputeFilePath = "/disputes/files";
    public const string AmlPath = "/aml";
    public const string AmlRegisterPath = "/aml/register";
    public const string AmlRegisterExportPath = "/aml/register/export";
    public const string AmlCasesPath = "/aml/cases";
    public const string AmlNumbersPath = "/aml/numbers";
    public const string PackPath = "/evidence/pack";
    public const string KeyPath = "/evidence/key.pem";

    /// <summary>The list of orders under a filter.</summary>
    public static string Orders(OrdersFilter? filter = null) => filter is null ? "/orders" : With("/orders", filter.ToQuery());

    /// <summary>All that the console knows of one order. A marketplace's id may hold any character, slashes too.</summary>
    public static string Order(string orderId) => $"/orders/{PathOf(orderId)}";

    /// <summary>The orders that wait for a person, under a filter.</summary>
    public static string Reviews(ReviewsFilter? filter = null) => filter is null ? "/reviews" : With("/reviews", filter.ToQuery());

    /// <summary>The case of one order; the next one is then taken from the same part of the queue. An id may hold any character, slashes too.</summary>
    public static string Review(string orderId, ReviewsFilter? within = null) => With($"/reviews/{PathOf(orderId)}", within?.ToQuery() ?? []);

    /// <summary>How the review team does in a period.</summary>
    public static string Team(TeamPeriod? period = null) => With("/reviews/team", ("period", period?.ToString()));

    /// <summary>The rules under a filter, with the detail of one open.</summary>
    public static string Rules(RulesFilter? filter = null) => filter is null ? "/rules" : With("/rules", filter.ToQuery());

    /// <summary>Where better thresholds are searched.</summary>
    public static string SuggestRules() => "/rules/suggest";

    /// <summary>The drafts of the rules.</summary>
    public static string RuleDrafts() => "/rules/drafts";

    /// <summary>One draft, to be edited and published.</summary>
    public static string RuleDraft(string draftId, string? rule = null, string? search = null, bool onlyChanged = false) =>
        With($"/rules/draft/{Uri.EscapeDataString(draftId)}", ("rule", rule), ("q", search), ("changed", onlyChanged ? "true" : null));

    /// <summary>The versions of the rules, two of them side by side.</summary>
    public static string RuleVersions(int? left = null, int? right = null) =>
        With("/rules/versions", ("left", left?.ToString(CultureInfo.InvariantCulture)), ("right", right?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The block, review and trust lists under a filter.</summary>
    public static string Lists(ListsFilter? filter = null) => filter is null ? "/rules/lists" : With("/rules/lists", filter.ToQuery());

    /// <summary>The entries of a filter as a file.</summary>
    public static string ListsCsv(ListsFilter filter) => With(ListsCsvPath, filter.First.ToQuery());

    /// <summary>How orders fare since a version of the rules was published; without one since the last.</summary>
    public static string RuleWatch(int? version = null) => With("/rules/watch", ("version", version?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>How the rules did over time.</summary>
    public static string RulePerformance(PerformanceFilter? filter = null) => With("/rules/performance", filter?.ToQuery() ?? []);

    /// <summary>Accounts that something identifies.</summary>
    public static string Accounts(string? search = null) => With("/accounts", ("q", search));

    /// <summary>All that is known of one account. Its id may hold any character, slashes too.</summary>
    public static string Account(string accountId) => $"/accounts/{PathOf(accountId)}";

    /// <summary>The live feed, of some verdicts, with the detail of one line open.</summary>
    public static string Events(IReadOnlyList<DeliveryVerdict>? verdicts = null, long? seq = null) => With(
        "/events",
        ("verdict", verdicts is { Count: > 0 } ? string.Join(',', verdicts) : null),
        ("seq", seq?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The deliveries to the marketplace under a filter, with the detail of one open.</summary>
    public static string Callbacks(CallbacksFilter? filter = null) => filter is null ? "/callbacks" : With("/callbacks", filter.ToQuery());

    /// <summary>The rows behind a figure of today.</summary>
    public static string Today(Happening what, long? before = null) =>
        With($"/today/{what}", ("before", before?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>How PagoEfectivo does, and what becomes of vouchers.</summary>
    public static string Gateway() => "/gateway";

    /// <summary>The money that waits for finance, under a filter.</summary>
    public static string Money(DeskFilter? filter = null) => filter is null ? "/money" : With("/money", filter.ToQuery());

    /// <summary>One case of it.</summary>
    public static string MoneyCase(string caseId) => $"/money/{Uri.EscapeDataString(caseId)}";

    /// <summary>The cases of a filter as a file.</summary>
    public static string MoneyCsv(DeskFilter filter) => With(MoneyCsvPath, filter.ToQuery());

    /// <summary>The proof of a payout as a file.</summary>
    public static string MoneyProof(string proofId) => $"{MoneyProofPath}/{Uri.EscapeDataString(proofId)}";

    /// <summary>What was to be settled against what the bank booked, of a period.</summary>
    public static string Settlement(SettlementQuery? query = null) => With(SettlementPath, query?.ToQuery() ?? []);

    /// <summary>The same as a workbook.</summary>
    public static string SettlementExport(SettlementQuery query) => With(SettlementExportPath, query.ToQuery());

    /// <summary>Paid orders that cannot be invoiced, under a filter.</summary>
    public static string Invoices(InvoiceQuery? query = null) => With(InvoicesPath, query?.ToQuery() ?? []);

    /// <summary>The same as a file.</summary>
    public static string InvoicesCsv(InvoiceQuery query) => With(InvoicesCsvPath, query.ToQuery());

    /// <summary>The month in which a business day lies; without one the present month.</summary>
    public static string Month(DateOnly? within = null) => With(ReconciliationPath, ("month", within?.ToString("yyyy-MM", CultureInfo.InvariantCulture)));

    /// <summary>A business day, with its differences under a filter.</summary>
    public static string Day(DateOnly day, DifferencesFilter? filter = null) => With($"{ReconciliationPath}/{Iso(day)}", filter?.ToQuery() ?? []);

    /// <summary>The differences of many days, under a filter.</summary>
    public static string Differences(DifferencesFilter? filter = null) => With(DifferencesPath, filter?.ToQuery() ?? []);

    /// <summary>One difference.</summary>
    public static string Difference(string differenceId) => $"{DifferencesPath}/{Uri.EscapeDataString(differenceId)}";

    /// <summary>What is attached to a difference, as a file.</summary>
    public static string Attachment(string attachmentId) => $"{AttachmentPath}/{Uri.EscapeDataString(attachmentId)}";

    /// <summary>Days and their differences as a file; of those of a filter the lines are left out.</summary>
    public static string ReconciliationExport(DateOnly from, DateOnly to, DifferencesFilter? filter = null, WorkbookForm form = WorkbookForm.Workbook) => With(
        ReconciliationExportPath,
        [
            (ExportQuery.From, Iso(from)), (ExportQuery.To, Iso(to)), .. filter?.ToExport() ?? [],
            (ExportQuery.Form, form == WorkbookForm.Workbook ? null : form.ToString()), (ExportQuery.Lines, filter is null ? null : ExportQuery.No),
        ]);

    /// <summary>Figures of reconciliation as a file.</summary>
    public static string Export(WorkbookRequest request) => With(ReconciliationExportPath, ExportQuery.Of(request));

    /// <summary>The exports that are made in the background, one's own or everybody's.</summary>
    public static string Exports(bool everybodys = false) => With(ExportsPath, ("whose", everybodys ? "all" : null));

    /// <summary>The same, after days were asked for that cannot be exported together.</summary>
    public static string ExportsAgain(string? from, string? to) => With(ExportsPath, ("fault", "period"), (ExportQuery.From, from), (ExportQuery.To, to));

    /// <summary>The file of one of them.</summary>
    public static string ExportFile(string workbookId) => $"{ExportsPath}/{Uri.EscapeDataString(workbookId)}/file";

    /// <summary>The daily seals.</summary>
    public static string Seals() => SealsPath;

    /// <summary>A day's seal as files.</summary>
    public static string SealFiles(DateOnly day) => $"{SealsPath}/{Iso(day)}/files";

    /// <summary>What is kept how long, what is held, and what was erased.</summary>
    public static string Retention() => "/evidence/retention";

    /// <summary>The disputes of a part of the list.</summary>
    public static string Disputes(DisputesView view = DisputesView.Open, DisputeReason? code = null, DisputeKey? after = null) => With(
        DisputesPath, ("view", view == DisputesView.Open ? null : view.ToString()), ("code", code?.ToString()), ("after", after?.ToString()));

    /// <summary>One dispute.</summary>
    public static string Dispute(string disputeId) => $"{DisputesPath}/{Uri.EscapeDataString(disputeId)}";

    /// <summary>A file of a dispute.</summary>
    public static string DisputeFile(string fileId) => $"{DisputeFilePath}/{Uri.EscapeDataString(fileId)}";

    /// <summary>What documents paid in a month. A document is named by its hash, never by its number.</summary>
    public static string Aml(AmlMonth? month = null, MonitorView view = MonitorView.All, string? document = null, MonitorKey? after = null) => With(
        AmlPath, ("month", month?.ToString()), ("view", view == MonitorView.All ? null : view.ToString()), ("doc", document), ("after", after?.ToString()));

    /// <summary>All that is known of one document, by its hash.</summary>
    public static string AmlDocument(string document) => $"{AmlPath}/documents/{Uri.EscapeDataString(document)}";

    /// <summary>The register of a month.</summary>
    public static string AmlRegister(AmlMonth? month = null) => With(AmlRegisterPath, ("month", month?.ToString()));

    /// <summary>The same as a file.</summary>
    public static string AmlRegisterExport(AmlMonth month, bool csv) => With(AmlRegisterExportPath, ("month", month.ToString()), ("form", csv ? "csv" : "xlsx"));

    /// <summary>The cases against money laundering.</summary>
    public static string AmlCases(AmlCaseState? state = null, AmlCaseKey? after = null) => With(AmlCasesPath, ("state", state?.ToString()), ("after", after?.ToString()));

    /// <summary>One of them.</summary>
    public static string AmlCase(string caseId) => $"{AmlCasesPath}/{Uri.EscapeDataString(caseId)}";

    /// <summary>The draft of its report, to be printed.</summary>
    public static string AmlReport(string caseId) => $"{AmlCase(caseId)}/report";

    /// <summary>The draft as a workbook.</summary>
    public static string AmlReportExport(string caseId) => $"{AmlCase(caseId)}/report.xlsx";

    /// <summary>The numbers of the law, and exchange rates.</summary>
    public static string AmlNumbers() => AmlNumbersPath;

    /// <summary>A pack of an order's evidence, masked, as a file.</summary>
    public static string Pack(string orderId) => With(PackPath, ("order", orderId));

    /// <summary>A pack that somebody asked for with a reason, as a file.</summary>
    public static string PackByTicket(string ticket) => With(PackPath, ("ticket", ticket));

    /// <summary>The scheduled jobs.</summary>
    public static string Jobs() => "/admin/jobs";

    /// <summary>The connection check.</summary>
    public static string Connection() => "/admin/connection";

    /// <summary>Where the first admin of an empty installation chooses a password.</summary>
    public static string Setup(string token) => $"/setup/{Uri.EscapeDataString(token)}";

    /// <summary>Where somebody who was invited, or whose password was reset, chooses one.</summary>
    public static string Welcome(string token) => $"/welcome/{Uri.EscapeDataString(token)}";

    /// <summary>The people who work with the console.</summary>
    public static string People() => "/admin/users";

    /// <summary>The keys of the marketplace.</summary>
    public static string ApiKeys() => "/admin/keys";

    /// <summary>The secrets that sign.</summary>
    public static string Secrets() => "/admin/secrets";

    /// <summary>Who signed in and who was not let in.</summary>
    public static string SignIns(bool refused = false, string? person = null, DateTimeOffset? before = null) => With(
        "/admin/sign-ins",
        ("refused", refused ? "true" : null),
        ("person", person),
        ("before", before?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));

    /// <summary>The second step of signing in, which comes back to where somebody was.</summary>
    public static string SignInCodeFrom(string? returnTo, bool recovery = false) =>
        With(SignInCode, (ReturnUrlParameter, returnTo), ("recovery", recovery ? "true" : null));

    /// <summary>Sign-in through the identity provider, which comes back to where somebody was.</summary>
    public static string SignInProviderFrom(string? returnTo) => With(SignInProvider, (ReturnUrlParameter, returnTo));

    /// <summary>Sign-in that says why the identity provider's word was not enough.</summary>
    public static string SignInRefused(string reason) => With(SignIn, ("refused", reason));

    /// <summary>Sign-in that comes back to where somebody was.</summary>
    public static string SignInFrom(string returnTo) => $"{SignIn}?{ReturnUrlParameter}={Uri.EscapeDataString(returnTo)}";

    /// <summary>Switches the language and comes back.</summary>
    public static string Language(string culture, string returnTo) =>
        $"{LanguageEndpoint.Path}?to={Uri.EscapeDataString(culture)}&{ReturnUrlParameter}={Uri.EscapeDataString(returnTo)}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string PathOf(string id) => string.Join('/', id.Split('/').Select(Uri.EscapeDataString));

    /// <summary>A path with those parameters that have a value.</summary>
    private static string With(string path, params (string Name, string? Value)[] query)
    {
        var given = query.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return given.Count == 0 ? path : $"{path}?{string.Join('&', given)}";
    }
}
