using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Invoices;

/// <summary>Kinds of journal entries about invoice data; the host has words for each in three languages.</summary>
public static class InvoiceEvents
{
    /// <summary>The stream of them.</summary>
    public const string Stream = "invoices";

    /// <summary>Somebody took the list of gaps as a file.</summary>
    public const string Exported = "invoices.exported";
}

/// <summary>Lets somebody take the list of gaps as a file: it is journalled before the first row leaves.</summary>
public sealed class ExportInvoiceGaps
{
    private readonly Writes writes;
    private readonly InvoiceGaps gaps;

    internal ExportInvoiceGaps(Writes writes, InvoiceGaps gaps)
    {
        this.writes = writes;
        this.gaps = gaps;
    }

    /// <summary>Journals it and gives the rows.</summary>
    public async Task<Result<InvoiceExport>> RunAsync(InvoiceFilter asked, Actor by, CancellationToken ct)
    {
        var filter = asked.Bounded();
        var done = await writes.RunAsync<Unit>(
            tx =>
            {
                if (!by.May(Permission.SeeMoney)) return Task.FromResult<Result<Unit>>(RefusalCode.NotAllowed);
                tx.Journal(
                    InvoiceEvents.Stream, InvoiceEvents.Exported, by,
                    new { filter.From, filter.To, filter.Verdict, filter.Type, filter.Fault, filter.SellerId, masked = !by.May(Permission.SeePersonalData) });
                return Task.FromResult<Result<Unit>>(default(Unit));
            },
            ct);
        return done.Refusal is { } refusal ? refusal : new InvoiceExport(filter, gaps.AllAsync(filter, by, ct));
    }
}

/// <summary>The rows of an export.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Rows">The gaps, newest payment first.</param>
public sealed record InvoiceExport(InvoiceFilter Filter, IAsyncEnumerable<InvoiceGap> Rows);
