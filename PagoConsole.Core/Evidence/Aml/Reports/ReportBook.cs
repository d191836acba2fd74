using ClosedXML.Excel;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;

namespace PagoConsole.Core.Evidence.Aml.Reports;

/// <summary>The draft of the report on a suspicious operation: what it is about, what was paid by month, and each payment.</summary>
internal sealed class ReportBook(XLWorkbook book, SheetWords words, AmlCaseView view, AmlOptions company, string by, DateTimeOffset now)
{
    private const double LabelWidth = 34;
    private const double ValueWidth = 110;

    public Stream Draw()
    {
        var drawn = new AmlBook(book, words, $"{words["Report_Title"]} {view.Case.CaseId}", by, now);
        Told(drawn.Frame);
        drawn.Table("Sheet_Months", Months, view.Months);
        drawn.Table("Sheet_Payments", Payments, view.Payments);
        return drawn.Save();
    }

    private static IReadOnlyList<Column<DocumentMonth>> Months { get; } =
    [
        new("Month", CellKind.Text, 12, m => Cell.Of(m.Month.ToString())),
        new("Orders", CellKind.Count, 12, m => Cell.Count(m.Orders)),
        new("Payments", CellKind.Count, 12, m => Cell.Count(m.Payments)),
        new("Pen", CellKind.Money, 18, m => Cell.Money(m.Pen.Minor)),
        new("Usd", CellKind.Money, 18, m => Cell.Money(m.Usd.Minor)),
        new("AmountUsd", CellKind.Money, 18, m => Cell.Money(m.InUsd?.Minor)),
        new("Rate", CellKind.Text, 40, m => Cell.Of(m.Rate is { } rate ? FormattableString.Invariant($"{rate.PenPerUsd:0.0000} ({rate.Day:yyyy-MM-dd}, {rate.Source})") : null)),
    ];

    private IReadOnlyList<Column<DocumentPayment>> Payments =>
    [
        new("PaidAt", CellKind.Instant, 22, p => Cell.Instant(p.At)),
        new("OrderId", CellKind.Text, 26, p => Cell.Of(p.OrderId)),
        new("Operation", CellKind.Text, 34, p => Cell.Of(p.OperationId)),
        new("Currency", CellKind.Text, 10, p => Cell.Of(p.Amount.Currency.Code)),
        new("Amount", CellKind.Money, 16, p => Cell.Money(p.Amount.Minor)),
        new("AmountUsd", CellKind.Money, 16, p => Cell.Money(p.InUsd?.Minor)),
        new("Channel", CellKind.Text, 18, p => Cell.Of(p.Channel)),
        new("Remark", CellKind.Text, 26, p => Cell.Of(p.OverSingle ? words["Remark_OverSingle"] : p.Near ? words["Remark_Near"] : null)),
    ];

    private void Told(BookFrame frame)
    {
        var sheet = frame.Draw(words["Sheet_Report"], words["Report_Title"]);
        (sheet.Column(1).Width, sheet.Column(2).Width) = (LabelWidth, ValueWidth);
        SheetStyle.Title(sheet.Cell(1, 1).SetValue<string>(words["Report_Title"]));
        var row = 2;
        sheet.Cell(row, 1).SetValue<string>(words["Disclaimer"]);
        sheet.Range(row, 1, row, 2).Merge().Style.Alignment.WrapText = true;
        sheet.Row(row).Height = 30;
        foreach (var (label, value) in ReportLines.Of(view, company, words))
        {
            row++;
            if (value is null)
            {
                SheetStyle.Section(sheet.Cell(++row, 1).SetValue<string>(label));
                continue;
            }

            SheetStyle.Label(sheet.Cell(row, 1).SetValue<string>(label));
            var cell = frame.Put(sheet.Cell(row, 2), Cell.Of(value));
            cell.Style.Alignment.WrapText = true;
        }
    }
}

/// <summary>The lines of a draft: the workbook and the printed page say the same.</summary>
internal static class ReportLines
{
    /// <summary>Labels and values; a label without a value is a heading.</summary>
    public static IEnumerable<(string Label, string? Value)> Of(AmlCaseView view, AmlOptions company, SheetWords words)
    {
        var (found, account) = (view.Case, view.Name?.Account);
        yield return (words["Report_Company"], null);
        yield return (words["Report_CompanyName"], company.CompanyName ?? "");
        yield return (words["Report_CompanyRuc"], company.CompanyRuc ?? "");
        yield return (words["Report_Officer"], company.ComplianceOfficer ?? "");
        yield return (words["Report_Case"], null);
        yield return (words["Report_CaseId"], found.CaseId);
        yield return (words["Report_Opened"], AmlCaseWork.Clock(found.OpenedAt));
        yield return (words["Report_Concluded"], found.ConcludedAt is { } concluded ? AmlCaseWork.Clock(concluded) : "");
        yield return (words["Report_Due"], found.ReportDueAt is { } due ? AmlCaseWork.Clock(due) : "");
        yield return (words["Report_Norm"], view.ReportHours.Source);
        yield return (words["Report_Person"], null);
        yield return (words["Report_Document"], view.Name?.Document ?? "");
        yield return (words["Report_Name"], view.Name?.Name ?? "");
        yield return (words["Report_Email"], account?.Email ?? "");
        yield return (words["Report_Phone"], account?.Phone ?? "");
        yield return (words["Report_Account"], account?.Id ?? "");
        yield return (words["Report_What_Heading"], null);
        yield return (words["Report_Reasons"], string.Join("; ", found.Reasons.Select(reason => words.Name(reason))));
        yield return (words["Report_Patterns"], string.Join("; ", view.Patterns.Select(p => words["Report_Pattern", p.Payments.Count, AmlCaseWork.Clock(p.From), AmlCaseWork.Clock(p.To), new Money(p.UsdMinor, Currency.Usd)])));
        yield return (words["Report_Orders"], string.Join(", ", view.Orders));
        yield return (words["Report_Notes"], string.Join("\n", view.Timeline.Where(e => e.Note is not null && e.Entry.Kind != AmlEvents.OrderAdded).Select(e => $"{AmlCaseWork.Clock(e.Entry.At)}: {e.Note}")));
    }
}
