using System.Text.RegularExpressions;

namespace PagoConsole.Tests.Conventions;

/// <summary>Whoever changes something stands in the journal.</summary>
public sealed class JournalledTests
{
    /// <summary>What writes for somebody without an entry of its own, and why.</summary>
    private static readonly Dictionary<string, string> Without = new()
    {
        ["BatchRuns.cs"] = "runs others, which journal",
        ["CancelOrder.cs"] = "OrderNews journals the move",
        ["ChooseLanguage.cs"] = "one's own language, which changes nothing for anybody else",
        ["DifferenceDesk.cs"] = "the frame of actions, which journal",
        ["DraftReport.cs"] = "Say journals it in the case's own stream",
        ["EvidenceChecks.cs"] = "CheckEvidence journals what it came to",
        ["OrderRecord.cs"] = "the frame of actions, which journal",
        ["PlaceOrder.cs"] = "NewOrders journals what was placed",
        ["ReconcileDay.cs"] = "EndRun journals what it came to",
        ["RecordLogin.cs"] = "a row of logins is the record itself; what is suspicious about one is journalled",
        ["ReplayMany.cs"] = "each replay is journalled",
        ["RequestRefund.cs"] = "OrderNews or RefundBook journals it",
        ["RestoreVersion.cs"] = "NewVersion journals it",
        ["SavedViews.cs"] = "one's own filters, which nobody else sees",
        ["SendManyAgain.cs"] = "each message sent again is journalled",
        ["SuggestRules.cs"] = "reads; what is taken over becomes a draft, which is journalled",
        ["WorkManyDifferences.cs"] = "each difference is journalled",
    };

    [Fact]
    public void Every_action_of_somebody_that_writes_is_journalled() => Writing()
        .Where(file => !file.Text.Contains(".Journal(", StringComparison.Ordinal) && !Without.ContainsKey(Path.GetFileName(file.RelativePath)))
        .Select(file => file.RelativePath)
        .AssertNone("These change something for an Actor, and the journal does not know.");

    [Fact]
    public void What_is_excepted_is_still_there() =>
        Without.Keys.Except(Writing().Where(file => !file.Text.Contains(".Journal(", StringComparison.Ordinal)).Select(file => Path.GetFileName(file.RelativePath)))
            .AssertNone("These need no exception any more.");

    private static IEnumerable<SourceFile> Writing() => Repository.Program(".cs").Where(file => file.IsIn("PagoConsole.Core"))
        .Where(file => Regex.IsMatch(file.Text, @"\bActor (by|viewer|actor|asker|person)\b") && Regex.IsMatch(file.Text, @"\bwrites\.(RunAsync|DoAsync|ShareAsync|OnCaseAsync|OnDifferenceAsync)|\bBatchRuns?\b"));
}
