using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>The sheets of rows of a request, each reading its own when it is written.</summary>
internal sealed class WorkbookContents(IDbContextFactory<PagoDb> contexts, PairedLines lines, IWorkbookLinks links, WorkbookFacts facts, DateTimeOffset now)
{
    public WorkbookFacts Facts => facts;

    public IWorkbookLinks Links => links;

    /// <summary>The kinds of difference that occur.</summary>
    public IReadOnlyList<DifferenceKind> Kinds { get; } = [.. facts.Counts.Select(c => c.Kind).Distinct().Order()];

    /// <summary>One a kind, then the settlement, then the lines.</summary>
    public IEnumerable<ISheet> Sheets(SheetWords words, bool withLines)
    {
        foreach (var kind in Kinds) yield return OfKind(kind, words);
        yield return new SheetOf<SettlementLine>(
            words["Sheet_Settlement"], words["Section_Settlement"], SettlementRows.Columns, words, facts.SettlementRows,
            ct => SettlementRows.ReadAsync(contexts, facts.Filter, ct));
        if (withLines) yield return Lines(words);
    }

    public ISheet LinesForPrograms() => new SheetOf<PairedLine>("", "", LineColumns.Of(CodeWords.Instance, links), CodeWords.Instance, facts.Lines, ct => lines.ReadAsync(facts, ct));

    public ISheet DifferencesForPrograms() => new SheetOf<DifferenceRow>(
        "", "", DifferenceColumns.Of(CodeWords.Instance, links, now, withKind: true), CodeWords.Instance, facts.Differences, ct => DifferencesAsync(Kinds, ct));

    private SheetOf<DifferenceRow> OfKind(DifferenceKind kind, SheetWords words) => new(
        words.Name(kind), words.Name(kind), DifferenceColumns.Of(words, links, now, withKind: false), words,
        facts.Counts.Where(c => c.Kind == kind).Sum(c => (long)c.Count), ct => DifferencesAsync([kind], ct));

    private SheetOf<PairedLine> Lines(SheetWords words) =>
        new(words["Sheet_Lines"], words["Section_Lines"], LineColumns.Of(words, links), words, facts.Lines, ct => lines.ReadAsync(facts, ct));

    private async IAsyncEnumerable<IReadOnlyList<DifferenceRow>> DifferencesAsync(IReadOnlyList<DifferenceKind> kinds, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var (day, kind) in facts.Counts.Where(c => kinds.Contains(c.Kind)).Select(c => (c.Day, c.Kind)).Distinct())
            await foreach (var page in FilteredDifferences.PagesAsync(contexts, facts.Filter, day, kind, ct))
                yield return page;
    }
}
