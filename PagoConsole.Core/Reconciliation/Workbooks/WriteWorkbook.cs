namespace PagoConsole.Core.Reconciliation.Workbooks;

/// <summary>Writes a workbook or a CSV. It asks for no permission: whoever calls it has asked, or is the command line.</summary>
public sealed class WriteWorkbook
{
    /// <summary>Writes it.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="to">Where to; need not be seekable, is left open.</param>
    /// <param name="ct">Ends it half-way; what is written by then is of no use.</param>
    /// <param name="progress">Hears how far it is, a few times a second at most.</param>
    public Task<WorkbookWritten> RunAsync(WorkbookRequest request, Stream to, CancellationToken ct, IProgress<WorkbookProgress>? progress = null) =>
        throw new NotSupportedException();
}
