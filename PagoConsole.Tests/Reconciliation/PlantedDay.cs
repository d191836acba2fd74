using System.Globalization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using static PagoConsole.Core.Reconciliation.Differences.DifferenceKind;

namespace PagoConsole.Tests.Reconciliation;

/// <summary>A made-up day: orders, a report that fits them, and differences planted in either, each on an order of its own.</summary>
internal sealed class PlantedDay
{
    private static readonly string[] Sellers = ["s-1", "s-2", "s-3", ""];
    private readonly Random chance;
    private readonly List<Sale> sales = [];
    private readonly List<string> rows = [];

    public PlantedDay(DateOnly day, int seed, int orders)
    {
        Day = day;
        chance = new Random(seed);
        Tag = $"{day:yyyyMMdd}";
        for (var i = 0; i < orders; i++) sales.Add(NewSale(i));
        var kinds = Enum.GetValues<DifferenceKind>().Where(kind => kind is not (FeeMismatch or SettlementChanged)).ToArray();
        foreach (var sale in sales.OrderBy(_ => chance.Next()))
        {
            if (chance.Next(3) == 0) Plant(sale, kinds[chance.Next(kinds.Length)]);
            else Agree(sale);
        }
    }

    public DateOnly Day { get; }

    public string Tag { get; }

    public Dictionary<DifferenceKind, int> Expected { get; } = [];

    public int Paid { get; private set; }

    public int Matched { get; private set; }

    public int Rows => rows.Count;

    public List<string> Orders { get; } = [];

    /// <summary>The report, its lines in an order by chance.</summary>
    public string Csv(int seed)
    {
        var lines = rows.ToArray();
        new Random(seed).Shuffle(lines);
        return string.Join('\n', lines.Prepend(ReportColumns.Header)) + "\n";
    }

    private static string Text(long minor) => new Money(minor, Currency.Pen).ToWire();

    private Sale NewSale(int n) => new(
        $"MP-{Tag}-{n}", $"pay_{Tag}_{n}", $"tx_{Tag}_{n}", chance.Next(100, 500_000), chance.Next(5) == 0 ? "USD" : "PEN",
        Sellers[chance.Next(Sellers.Length)], Lima.StartOf(Day).AddSeconds(chance.Next(86_400)));

    private void Agree(Sale sale)
    {
        // An order of another day that the report does not name, and one that was never paid, are no difference.
        if (chance.Next(6) == 0)
        {
            Order(sale, "Paid", sale.PaidAt.AddDays(chance.Next(2) == 0 ? 1 : -3));
            return;
        }

        if (chance.Next(6) == 0)
        {
            Order(sale, chance.Next(2) == 0 ? "Expired" : "Rejected", null);
            return;
        }

        Order(sale, chance.Next(3) switch { 0 => "Paid", 1 => "Shipped", _ => "Delivered" }, sale.PaidAt);
        Row(sale);
        Matched++;
    }

    private void Plant(Sale sale, DifferenceKind kind)
    {
        Expected[kind] = Expected.GetValueOrDefault(kind) + 1;
        if (kind != MissingLocally) Order(sale, StatusOf(kind), kind is StatusMismatch or SettledButRejected or WrongDay ? (kind == WrongDay ? sale.PaidAt.AddDays(-1) : null) : sale.PaidAt);
        switch (kind)
        {
            case MissingInReport:
                return;
            case MissingLocally:
                Row(sale with { Seller = "" });
                return;
            case CurrencyMismatch:
                Row(sale with { Currency = sale.Currency == "PEN" ? "USD" : "PEN", Minor = sale.Minor + 7 });
                return;
            case AmountMismatch:
                Row(sale with { Minor = sale.Minor + (chance.Next(2) == 0 ? 1 : -50) });
                return;
            case StatusMismatch or SettledButRejected:
                Row(sale);
                return;
            case DuplicateLine:
                Row(sale);
                Row(sale);
                break;
            case PaidTwice:
                Row(sale);
                Row(sale with { Transaction = sale.Transaction + "b" });
                break;
            case WrongDay:
                Row(sale with { PaidAt = sale.PaidAt.AddDays(-1) });
                return;
            case UnknownSeller:
                Row(sale with { Seller = $"s-none-{sale.Order}" });
                return;
            case NetMismatch:
                Row(sale, net: -1);
                return;
            case SettlementLate:
                Row(sale, settled: BusinessDays.After(Day, 3, []));
                return;
            case RefundMissing:
                Row(sale);
                break;
            case FeeMismatch or SettlementChanged:
                throw new InvalidOperationException("These are planted elsewhere.");
        }

        Matched++;
    }

    private static string StatusOf(DifferenceKind kind) => kind switch
    {
        StatusMismatch => "Expired",
        SettledButRejected => "Rejected",
        RefundMissing => "Refunded",
        _ => "Paid",
    };

    private void Order(Sale sale, string status, DateTimeOffset? paidAt)
    {
        if (paidAt is { } at && Lima.DayOf(at) == Day) Paid++;
        Orders.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{sale.Order},{sale.PaidAt.AddHours(-2):yyyy-MM-ddTHH:mm:sszzz},{Text(sale.Minor)},{sale.Currency},u-{sale.Order},2024-01-01T00:00:00Z,190.1.2.3,{sale.Seller},{status},{paidAt?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)},{sale.Payment},,{sale.Transaction}"));
    }

    private void Row(Sale sale, int net = 0, DateOnly? settled = null)
    {
        var (fee, tax) = (sale.Minor * 35 / 1000, sale.Minor * 63 / 10_000);
        var at = sale.PaidAt.ToOffset(TimeSpan.FromHours(-5));
        rows.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{sale.Payment},{sale.Order},0001{sale.Order},paid,{sale.Currency},{Text(sale.Minor)},{Text(fee)},{Text(tax)},{Text(sale.Minor - fee - tax + net)},AGENTE-BCP,{at:yyyy-MM-ddTHH:mm:sszzz},{settled ?? BusinessDays.After(Day, (int)(sale.PaidAt.Ticks / TimeSpan.TicksPerSecond % 3), []):yyyy-MM-dd},{sale.Transaction},{sale.Seller}"));
    }

    private sealed record Sale(string Order, string Payment, string Transaction, long Minor, string Currency, string Seller, DateTimeOffset PaidAt);
}
