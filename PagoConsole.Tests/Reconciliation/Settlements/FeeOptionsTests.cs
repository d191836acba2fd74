using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Reconciliation.Settlements;

public sealed class FeeOptionsTests
{
    private static readonly SettingsUnderTest Section = new("Reconciliation", services => services.AddReconciliation());

    [Fact]
    public void Nothing_configured_is_no_schedule()
    {
        Assert.Empty(Section.Read<FeeOptions>().Fees);
        Assert.Empty(Section.KeysAtFault(production: true));
    }

    [Fact]
    public void Terms_are_read_with_their_bands()
    {
        var terms = Assert.Single(Section.Read<FeeOptions>(
            ("Fees:0:From", "2026-01-01"), ("Fees:0:BorneBy", "platform"), ("Fees:0:RefundRatePercent", "2.5"), ("Fees:0:Bands:0:UpTo", "100"),
            ("Fees:0:Bands:0:Percent", "3"), ("Fees:0:Bands:1:Fixed", "1.5")).Fees);

        Assert.Equal((new DateOnly(2026, 1, 1), "PEN", 18m, FeeBearer.Platform, 2.5m), (terms.From, terms.Currency, terms.IgvPercent, terms.BorneBy, terms.RefundRatePercent));
        Assert.Equal([(100m, 3m, 0m), (null, 0m, 1.5m)], terms.Bands.Select(band => (band.UpTo, band.Percent, band.Fixed)));
    }

    [Fact]
    public void Every_fault_is_told_by_its_key()
    {
        Assert.Equal(
            [
                "Reconciliation:Fees:0:Bands:0:Percent", "Reconciliation:Fees:0:Bands:0:UpTo", "Reconciliation:Fees:0:Bands:1:UpTo", "Reconciliation:Fees:0:Currency",
                "Reconciliation:Fees:0:From", "Reconciliation:Fees:0:MonthlyFee", "Reconciliation:Fees:1:Bands", "Reconciliation:Fees:1:IgvPercent",
                "Reconciliation:Fees:2:From", "Reconciliation:Holidays:1",
            ],
            Section.KeysAtFault(
                production: false,
                ("Holidays:0", "2026-12-08"), ("Holidays:1", "Christmas"),
                ("Fees:0:From", "soon"), ("Fees:0:Currency", "EUR"), ("Fees:0:MonthlyFee", "-1"), ("Fees:0:Bands:0:Percent", "lots"), ("Fees:0:Bands:1:UpTo", "5"),
                ("Fees:1:From", "2026-01-01"), ("Fees:1:IgvPercent", "180"),
                ("Fees:2:From", "2026-01-01"), ("Fees:2:Bands:0:Percent", "3")));
    }
}
