using PagoConsole.Core.Foundation.Csv;
using PagoConsole.MoneyDesk;
using PagoConsole.Reconciliation.Invoices;

namespace PagoConsole.Tests.Foundation.Csv;

public sealed class HarmlessTextTests
{
    [Theory]
    [InlineData("=HYPERLINK(A1)")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠1")]
    public void What_a_spreadsheet_would_work_out_stays_a_text_in_every_file(string text)
    {
        Assert.Equal($"'{text}", HarmlessText.Of(text));
        Assert.Equal([$"'{text}", null], InvoiceDownloads.Harmless([text, null]));
        Assert.StartsWith("'", MoneyDownloads.CsvLine(text).TrimStart('"'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MP-1001")]
    [InlineData("1299.90")]
    public void Other_texts_stay_as_they_are(string text) => Assert.Equal(text, HarmlessText.Of(text));
}
