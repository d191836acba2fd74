using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;

namespace PagoConsole.Reconciliation.Settlements;

/// <summary>What the page of settlement shows, as its address says it.</summary>
internal sealed record SettlementQuery(Period Period, Currency? Currency)
{
    public static SettlementQuery Parse(string? from, string? to, string? currency, DateTimeOffset now) => new(
        Period.Parse(from, to, now), Core.Foundation.Currency.TryParse(currency, out var code) && Core.Foundation.Currency.OfOrders.Contains(code) ? code : null);

    public (string Name, string? Value)[] ToQuery() => [.. Period.ToQuery(), ("currency", Currency?.Code)];

    public SettlementFilter ToCore() => new SettlementFilter(Period.From, Period.To, Currency).Bounded();
}
