using ClosedXML.Excel;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>The settlement of a period as the screen shows it: balances, its dates, and what the bank booked.</summary>
internal sealed class SettlementBook(XLWorkbook book, SheetWords words, SettlementView view, IReadOnlyList<BankCredit> credits, string by, DateTimeOffset now)
{
    private const string Of = "Settlement_";

    public void Draw()
    {
        (book.Style.Font.FontName, book.Style.Font.FontSize) = ("Calibri", 10);
        var period = $"{Day(view.Filter.From)} – {Day(view.Filter.To)}";
        var frame = new BookFrame(book, words, period, words["MadeBy", by, Day(Lima.DayOf(now))]);
        var properties = book.Properties;
        (properties.Title, properties.Author, properties.LastModifiedBy, properties.Company) = ($"{words[$"{Of}Title"]} {period}", by, by, "PagoConsole");
        (properties.Created, properties.Modified) = (now.UtcDateTime, now.UtcDateTime);
        Balances(frame);
        Dates(frame);
        Credits(frame);
    }

    private void Balances(BookFrame frame)
    {
        var sheet = frame.Draw(words["Sheet_Summary"], words[$"{Of}Title"]);
        for (var column = 1; column <= 6; column++) sheet.Column(column).Width = column == 1 ? 26 : 22;
        SheetStyle.Title(sheet.Cell(1, 1).SetValue<string>(words[$"{Of}Title"]));
        var row = 2;
        Told("Told_SettledFrom", Cell.Date(view.Filter.From));
        Told("Told_To", Cell.Date(view.Filter.To));
        Told("Told_By", Cell.Of(by));
        Told("Told_At", Cell.Instant(now));
        row += 2;
        BookFrame.Head(sheet, row,
        [
            (words.Column("Currency"), CellKind.Text, 0),
            .. new[] { "Opening", "Expected", "Received", "Closing", "Due" }.Select(key => (words[$"{Of}Balance_{key}"], CellKind.Money, 0d)),
        ]);
        foreach (var balance in view.Balances)
        {
            frame.Put(sheet.Cell(++row, 1), Cell.Of(balance.Currency.Code));
            long[] sums = [balance.OpeningMinor, balance.Expected.NetMinor, balance.ReceivedMinor, balance.ClosingMinor, balance.DueMinor];
            for (var i = 0; i < sums.Length; i++) frame.Put(sheet.Cell(row, 2 + i), Cell.Money(sums[i]));
        }

        void Told(string key, Cell value)
        {
            SheetStyle.Label(sheet.Cell(++row, 1).SetValue<string>(words[key]));
            frame.Put(sheet.Cell(row, 2), value).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        }
    }

    private void Dates(BookFrame frame)
    {
        var sheet = frame.Draw(words[$"{Of}Days"], words[$"{Of}Days"]);
        string[] money = ["Sales", "Refunds", "Fees", "Expected", "Received", "Difference", "Carried"];
        BookFrame.Head(sheet, 1,
        [
            (words[$"{Of}Column_Date"], CellKind.Date, 16), (words.Column("Currency"), CellKind.Text, 10),
            .. money.Select(key => (words[$"{Of}Column_{key}"], CellKind.Money, 16d)), (words.Column("State"), CellKind.Text, 18),
        ]);
        var row = 1;
        foreach (var day in view.Days)
        {
            frame.Put(sheet.Cell(++row, 1), Cell.Date(day.Date));
            Line(row, day.Currency, day.Expected, day.ReceivedMinor, day.IsDue ? day.DifferenceMinor : null, day.CarriedMinor);
            if (!day.IsDue) frame.Put(sheet.Cell(row, 3 + money.Length), Cell.Of(words[$"{Of}NotDue"]));
        }

        Finish(sheet, row, 3 + money.Length);
        foreach (var balance in view.Balances)
        {
            sheet.Cell(++row, 1).SetValue<string>(words["Total"]);
            Line(row, balance.Currency, balance.Expected, balance.ReceivedMinor, balance.DifferenceMinor, balance.ClosingMinor);
            SheetStyle.Total(sheet.Range(row, 1, row, 3 + money.Length));
        }

        void Line(int at, Currency currency, SettlementSum sum, long received, long? difference, long carried)
        {
            frame.Put(sheet.Cell(at, 2), Cell.Of(currency.Code));
            long?[] sums = [sum.AmountMinor, sum.RefundMinor, sum.FeeMinor + sum.FeeTaxMinor, sum.NetMinor, received, difference, carried];
            for (var i = 0; i < sums.Length; i++) frame.Put(sheet.Cell(at, 3 + i), Cell.Money(sums[i]));
        }
    }

    private void Credits(BookFrame frame)
    {
        var sheet = frame.Draw(words[$"{Of}Credits"], words[$"{Of}Credits"]);
        BookFrame.Head(sheet, 1,
        [
            (words[$"{Of}Credit_Date"], CellKind.Date, 16), (words.Column("Currency"), CellKind.Text, 10), (words[$"{Of}Credit_Amount"], CellKind.Money, 16),
            (words[$"{Of}Credit_Reference"], CellKind.Text, 34), (words[$"{Of}Credit_EnteredBy"], CellKind.Text, 22), (words["Column_EnteredAt"], CellKind.Instant, 24),
            (words["Column_File"], CellKind.Text, 26), (words[$"{Of}Credit_Struck"], CellKind.Text, 40),
        ]);
        var row = 1;
        foreach (var credit in credits)
        {
            Cell[] cells =
            [
                Cell.Date(credit.Date), Cell.Of(credit.Currency.Code), Cell.Money(credit.AmountMinor), Cell.Of(FreeWords.OfReferences.Of(credit.Reference)), Cell.Of(DifferenceColumns.PersonOf(credit.EnteredBy)),
                Cell.Instant(credit.EnteredAt), Cell.Of(credit.FileName),
                credit.VoidedAt is null ? default : Cell.Of($"{DifferenceColumns.PersonOf(credit.VoidedBy)}: {FreeWords.OfAnybody.Of(credit.VoidedNote)}"),
            ];
            row++;
            for (var i = 0; i < cells.Length; i++) frame.Put(sheet.Cell(row, 1 + i), cells[i]);
        }

        Finish(sheet, row, 8);
    }

    private static void Finish(IXLWorksheet sheet, int lastRow, int lastColumn)
    {
        sheet.SheetView.FreezeRows(1);
        sheet.Range(1, 1, lastRow, lastColumn).SetAutoFilter();
        sheet.PageSetup.SetRowsToRepeatAtTop(1, 1);
    }

    private string Day(DateOnly day) => day.ToString(words.Culture.DateTimeFormat.ShortDatePattern, words.Culture);
}
