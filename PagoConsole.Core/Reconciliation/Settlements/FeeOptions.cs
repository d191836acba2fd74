namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>Who bears PagoEfectivo's commission in the marketplace.</summary>
public enum FeeBearer
{
    /// <summary>The seller: what it is owed is what PagoEfectivo settles.</summary>
    Seller,

    /// <summary>The platform: the seller is owed the sale in full.</summary>
    Platform,
}

/// <summary>The part <c>Fees</c> of section <c>Reconciliation</c>.</summary>
public sealed class FeeOptions
{
    /// <summary>
    /// What PagoEfectivo charges, one entry for each currency and each date from which something else holds:
    /// <c>Reconciliation:Fees:0:From=2026-01-01</c>, <c>Reconciliation:Fees:0:Bands:0:Percent=2.5</c>.
    /// </summary>
    /// <value>Default: none; then no fee is expected and none compared.</value>
    public IList<FeeTerms> Fees { get; } = [];
}

/// <summary>What PagoEfectivo charges in one currency from a day on, until a later entry of that currency.</summary>
public sealed class FeeTerms
{
    /// <summary>The first business day in Lima on which it holds.</summary>
    public DateOnly From { get; set; }

    /// <summary>PEN or USD.</summary>
    /// <value>Default PEN.</value>
    public string Currency { get; set; } = "PEN";

    /// <summary>The commission by amount, smallest band first; the last has no upper end.</summary>
    public IList<FeeBand> Bands { get; } = [];

    /// <summary>The tax on every charge (IGV with the municipal part), in percent.</summary>
    /// <value>Default 18; 0 to 100. Another rate from some day on is another entry.</value>
    public decimal IgvPercent { get; set; } = 18m;

    /// <summary>What is charged each month whatever was sold, in units of the currency, before tax.</summary>
    /// <value>Default 0.</value>
    public decimal MonthlyFee { get; set; }

    /// <summary>To what the commissions of a month come at least, in units of the currency, before tax; what is missing is charged.</summary>
    /// <value>Default 0.</value>
    public decimal MinimumMonthly { get; set; }

    /// <summary>Up to how many percent of the money of a month may go back without a surcharge.</summary>
    /// <value>Default: none; then there is no surcharge. 0 to 100.</value>
    public decimal? RefundRatePercent { get; set; }

    /// <summary>The surcharge in percent of what went back beyond <see cref="RefundRatePercent"/>.</summary>
    /// <value>Default 0; 0 to 100.</value>
    public decimal SurchargePercent { get; set; }

    /// <summary>The surcharge that is due once for a month beyond <see cref="RefundRatePercent"/>, in units of the currency, before tax.</summary>
    /// <value>Default 0.</value>
    public decimal SurchargeFixed { get; set; }

    /// <summary>Who bears the commission and the tax on it.</summary>
    /// <value>Default Seller.</value>
    public FeeBearer BorneBy { get; set; }
}

/// <summary>What is charged for a payment whose amount falls into a band; it holds for the whole amount.</summary>
public sealed class FeeBand
{
    /// <summary>The largest amount of the band, in units of the currency.</summary>
    /// <value>Default: none, as the last band must have it.</value>
    public decimal? UpTo { get; set; }

    /// <summary>Percent of the amount.</summary>
    /// <value>Default 0; 0 to 100.</value>
    public decimal Percent { get; set; }

    /// <summary>A fixed part, in units of the currency, before tax.</summary>
    /// <value>Default 0.</value>
    public decimal Fixed { get; set; }
}
