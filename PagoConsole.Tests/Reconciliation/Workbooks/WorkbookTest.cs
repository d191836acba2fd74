using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Matching;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;
using PagoConsole.Core.Storage;
using PagoConsole.Reconciliation.Workbooks;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Reconciliation.Workbooks;

/// <summary>A day of real orders and payments, matched by the real matcher against a report with planted differences.</summary>
public abstract class WorkbookTest(StorageProvider provider) : MoneyPath(provider)
{
    /// <summary>An order id that a spreadsheet would run, if it were let.</summary>
    protected const string Evil = "=HYPERLINK(\"http://evil.example\",\"x\")";

    protected const string EvilSeller = "+cmd|' /C calc'!A1";

    private static readonly DateOnly Settled = new(2026, 11, 24);

    private readonly List<string> report = [];

    protected static DateOnly Day { get; } = new(2026, 11, 22);

    private protected static Actor Finance { get; } = Person("Fina");

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddReconciliation().AddWorkbookWords();
        services.AddOptions<PublicAddressOptions>().Configure(o => o.PublicUrl = "https://pagos.example.pe");
        services.AddSingleton<PublicAddress>();
    }

    /// <summary>Some orders of which the report tells the same, and one of each of some differences.</summary>
    private protected async Task ReconcileAsync()
    {
        foreach (var amount in new[] { 120.10m, 99.90m, 75.25m }) Line(await PaidAsync(amount), amount);
        Line(await PaidAsync(40m, "USD"), 40m, "USD");
        Line(await PaidAsync(60m), 60.50m); // amount differs
        await PaidAsync(33.33m); // missing in report
        var twice = await PaidAsync(12m);
        Line(twice, 12m);
        Line(twice, 12m); // duplicate line
        Add("pay_evil", Evil, "00099999999", "@SUM(A1)", 77.70m, "PEN", EvilSeller); // unknown here, of an unknown seller
        await TakeInAsync();
    }

    private protected async Task<OrderDocument> PaidAsync(decimal amount, string currency = "PEN")
    {
        var placed = await PlaceAsync(NewOrder(amount, currency: currency));
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(amount, new Currency(currency)), TransactionOf(placed)));
        await SettleDownAsync();
        return placed;
    }

    private protected void Line(OrderDocument order, decimal amount, string currency = "PEN") =>
        Add(order.Payment!.PaymentId, order.OrderId, order.Payment.Cip, TransactionOf(order), amount, currency, "");

    private protected async Task TakeInAsync()
    {
        var csv = $"payment_id,order_id,cip,status,currency,amount,fee,fee_tax,net,channel,paid_at,settlement_date,transaction_id,seller_id\r\n{string.Join("\r\n", report)}\r\n";
        var taken = await Get<TakeInReport>().RunAsync(
            new NewReport(Day, ReportSource.Upload, report.Count), new MemoryStream(Encoding.UTF8.GetBytes(csv)), Finance, Ct);
        Assert.Equal(ReportState.Whole, taken.Value.State);
        Assert.True((await Get<ReconcileDay>().RunAsync(Day, Finance, Ct)).Done);
    }

    private protected static WorkbookRequest Request(string language = "en", DifferenceFilter? filter = null, WorkbookForm form = WorkbookForm.Workbook) =>
        new() { Filter = filter ?? new DifferenceFilter { From = Day, To = Day }, Language = language, By = Finance.Signature, Form = form };

    private protected Task<MemoryStream> WriteAsync(string language = "en", DifferenceFilter? filter = null, WorkbookForm form = WorkbookForm.Workbook) =>
        WriteAsync(Request(language, filter, form));

    private protected async Task<MemoryStream> WriteAsync(WorkbookRequest request, int? rowsOfSheet = null)
    {
        var file = new MemoryStream();
        var write = rowsOfSheet is { } most ? Get<WriteWorkbook>().WithRows(most) : Get<WriteWorkbook>();
        await write.RunAsync(request, file, Ct);
        file.Position = 0;
        return file;
    }

    private protected Task<List<DayTotal>> TotalsAsync() => ReadAsync(db => db.Set<DayTotal>().AsNoTracking().ToListAsync(Ct));

    private protected Task<List<Difference>> DifferencesAsync() => ReadAsync(db => db.Set<Difference>().AsNoTracking().ToListAsync(Ct));

    private protected Task<List<Workbook>> WorkbooksAsync() => ReadAsync(db => db.Set<Workbook>().AsNoTracking().ToListAsync(Ct));

    private static string TransactionOf(OrderDocument order) => $"tx_{order.OrderId}";

    private void Add(string payment, string order, string cip, string transaction, decimal amount, string currency, string seller) => report.Add(string.Join(
        ',',
        new[]
        {
            payment, order, cip, "paid", currency, Text(amount), "1.00", "0.18", Text(amount - 1.18m), "AGENTE-BCP", Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            Settled.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), transaction, seller,
        }.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
