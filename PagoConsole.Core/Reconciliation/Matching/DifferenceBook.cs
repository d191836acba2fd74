using System.Text;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Storage.ColumnKind;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>Another run of the same day has begun since: this one ends, and leaves the day to it.</summary>
internal sealed class OvertakenException() : Exception("Another run of the same day has begun.");

/// <summary>Writes down what a run finds: new facts are put in, known ones keep what people have decided.</summary>
internal sealed class DifferenceBook(Writes writes, DateOnly day, string runId, Actor by)
{
    private const int AtOnce = 250;

    private static readonly RowShape Shape = new(
        "differences",
        ("difference_id", Text), ("day", Day), ("kind", Text), ("fact", Text), ("order_id", Text), ("payment_id", Text), ("cip", Text),
        ("transaction_id", Text), ("seller_id", Text), ("currency", Text), ("at_stake_minor", Number), ("here", Text), ("there", Text),
        ("row_number", Number), ("records", Text), ("last_run_id", Text), ("found_at", Number), ("seen_at", Number), ("state", Text), ("version", Number));

    private readonly HashSet<ulong> told = [];
    private readonly Dictionary<string, int> repeated = [];

    /// <summary>How many by kind.</summary>
    public Dictionary<DifferenceKind, int> Found { get; } = [];

    /// <summary>Those that are new, open again, or have other figures than before.</summary>
    public List<string> News { get; } = [];

    /// <summary>What was found, as one number whatever the order.</summary>
    public ulong Digest { get; private set; }

    /// <summary>Writes some findings down.</summary>
    /// <exception cref="OvertakenException">Another run of the day has begun.</exception>
    public async Task PutAsync(IReadOnlyList<Finding> findings, CancellationToken ct)
    {
        var named = findings.Select(finding => (Finding: finding, Fact: Named(finding))).ToList();
        foreach (var (finding, fact) in named)
        {
            Found[finding.Kind] = Found.GetValueOrDefault(finding.Kind) + 1;
            Digest += System.IO.Hashing.XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{finding.Kind}|{fact}|{finding.AtStake}|{finding.Here}|{finding.There}"));
        }

        foreach (var some in named.Chunk(AtOnce)) News.AddRange(await writes.DoAsync(tx => PutAsync(tx, some, ct), ct));
    }

    private async Task<List<string>> PutAsync(WriteScope tx, IReadOnlyList<(Finding Finding, string Fact)> some, CancellationToken ct)
    {
        var row = await tx.DayAsync(day, ct);
        if (row.RunningId != runId) throw new OvertakenException();
        var kinds = some.Select(s => s.Finding.Kind).Distinct().ToList();
        var facts = some.Select(s => s.Fact).Distinct().ToArray();
        var known = (await tx.Db.Set<Difference>().Where(d => d.Day == day && kinds.Contains(d.Kind) && EF.Parameter(facts).Contains(d.Fact)).ToListAsync(ct))
            .ToDictionary(d => (d.Kind, d.Fact));
        var fresh = new List<object?[]>();
        var news = new List<string>();
        foreach (var (finding, fact) in some)
        {
            if (!known.TryGetValue((finding.Kind, fact), out var old)) fresh.Add(RowOf(finding, fact, tx.Now));
            else if (SeeAgain(tx, old, finding, row.RunId)) news.Add(old.DifferenceId);
        }

        await tx.Dialect.InsertAsync(tx.Db, Shape, fresh, ct);
        return [.. news, .. fresh.Select(row => (string)row[0]!)];
    }

    // Whether anything has to follow from it: it is new, changed or open again, or the run that found it first did not come to its end.
    private bool SeeAgain(WriteScope tx, Difference old, Finding finding, string? lastRun)
    {
        var unfollowed = old.IsOpen && old.LastRunId != lastRun;
        var changed = old.Tell(finding.Here, finding.There, finding.AtStake);
        (old.RowNumber, old.Records, old.LastRunId, old.SeenAt) = (finding.Row?.Number, FindingRecords.Of(finding), runId, tx.Now);

        // What another report or finance has mended stays so, although this day's report never tells of it.
        var before = old.State;
        if ((changed || old.Mended is Mending.ReportCaughtUp or Mending.OrderCaughtUp) && old.Reopen(by.Signature, tx.Now))
            tx.Journal(old.Stream, DifferenceEvents.Decided, by, new { old.Kind, old.Day, from = before, to = old.State });
        return changed || unfollowed || old.State != before;
    }

    private object?[] RowOf(Finding finding, string fact, DateTimeOffset now) =>
    [
        Ids.New("dif", now), day, finding.Kind.ToString(), fact, finding.Local?.OrderId ?? (finding.Row is { OrderId.Length: > 0 } row ? row.OrderId : null),
        finding.PaymentId, finding.Row is { Cip.Length: > 0 } line ? line.Cip : finding.Local?.Cip, finding.TransactionId,
        finding.Row?.SellerId ?? finding.Local?.SellerId, finding.AtStake.Currency.Code, finding.AtStake.Minor, finding.Here, finding.There,
        finding.Row?.Number, FindingRecords.Of(finding), runId, now.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(), nameof(DifferenceState.Open), 0L,
    ];

    // The same fact told twice in one run is two facts, which a count tells apart.
    private string Named(Finding finding)
    {
        var fact = finding.Fact;
        if (told.Add(DayBook.HashOf(Encoding.UTF8.GetBytes($"{finding.Kind}|{fact}")))) return fact;
        var count = repeated[$"{finding.Kind}|{fact}"] = repeated.GetValueOrDefault($"{finding.Kind}|{fact}", 1) + 1;
        return $"{fact}#{count}";
    }
}
