using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Audit;

/// <summary>How the audit leaves the console.</summary>
public enum AuditForm
{
    /// <summary>Comma-separated text.</summary>
    Csv,

    /// <summary>An Excel workbook.</summary>
    Excel,
}

/// <summary>Lets somebody take entries of the audit as a file: that is journalled before the first row leaves.</summary>
public sealed class ExportAudit(Writes writes, AuditLog log)
{
    /// <summary>Rows that a CSV has at most.</summary>
    public const int MostOfCsv = 1_000_000;

    /// <summary>Rows that a workbook has at most.</summary>
    public const int MostOfExcel = 20_000;

    /// <summary>Journals it and gives the entries, newest first; what is kept apart as personal does not leave.</summary>
    public async Task<Result<AuditExport>> RunAsync(AuditFilter filter, AuditForm form, Actor by, CancellationToken ct)
    {
        var done = await writes.RunAsync<Unit>(
            tx =>
            {
                if (!by.May(Permission.SeeAudit)) return Task.FromResult<Result<Unit>>(RefusalCode.NotAllowed);
                tx.Journal(
                    AuditEvents.StreamOf(tx.Now), AuditEvents.Exported, by,
                    new { form, filter.Who, of = filter.Actor, filter.Area, ofKind = filter.Kind, filter.Subject, filter.From, filter.To });
                return Task.FromResult<Result<Unit>>(default(Unit));
            },
            ct);
        return done.Refusal is { } refusal ? refusal : new AuditExport(log.AllAsync(filter, form == AuditForm.Excel ? MostOfExcel : MostOfCsv, ct));
    }
}

/// <summary>The rows of an export.</summary>
/// <param name="Entries">The entries, newest first.</param>
public sealed record AuditExport(IAsyncEnumerable<JournalEntry> Entries);
