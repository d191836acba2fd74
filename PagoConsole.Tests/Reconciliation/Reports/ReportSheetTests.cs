using System.Text;
using MiniExcelLibs;
using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Tests.Reconciliation.Reports;

public sealed class ReportSheetTests
{
    [Fact]
    public async Task A_workbook_becomes_the_contracts_CSV()
    {
        var rows = new[]
        {
            new Dictionary<string, object?>
            {
                ["payment_id"] = "pay_1", ["cip"] = "00012345678", ["amount"] = 1299.9d, ["fee"] = 12, ["paid_at"] = new DateTime(2026, 11, 21, 15, 4, 5), ["settlement_date"] = new DateTime(2026, 11, 24),
                ["channel"] = "Agente \"A\", Lima", ["seller_id"] = null,
            },
        };

        var csv = await CsvAsync(rows);

        Assert.Equal(
            "payment_id,cip,amount,fee,paid_at,settlement_date,channel,seller_id\npay_1,00012345678,1299.9,12,2026-11-21T15:04:05-05:00,2026-11-24,\"Agente \"\"A\"\", Lima\",\n", csv);
    }

    [Fact]
    public async Task What_is_no_workbook_cannot_be_read()
    {
        using var broken = new MemoryStream([(byte)'P', (byte)'K', 3, 4, 9, 9, 9]);
        using var csv = new MemoryStream();

        Assert.True(ReportSheet.Is(broken.ToArray()));
        await Assert.ThrowsAsync<InvalidDataException>(() => ReportSheet.WriteCsvAsync(broken, csv, TestContext.Current.CancellationToken));
        Assert.False(ReportSheet.Is("payment_id"u8));
    }

    private static async Task<string> CsvAsync(IEnumerable<Dictionary<string, object?>> rows)
    {
        using var workbook = new MemoryStream();
        workbook.SaveAs(rows);
        workbook.Position = 0;
        using var csv = new MemoryStream();
        await ReportSheet.WriteCsvAsync(workbook, csv, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(csv.ToArray());
    }
}
