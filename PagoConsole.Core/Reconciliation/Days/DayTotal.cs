using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Days;

/// <summary>The money of a day in one currency, three ways, as the last run counted it. All in hundredths.</summary>
public sealed class DayTotal
{
    /// <summary>The business day in Lima.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Orders paid that day.</summary>
    public long Orders { get; set; }

    /// <summary>What they were placed for.</summary>
    public long OrdersMinor { get; set; }

    /// <summary>What was received for them by our own records: webhooks, polls, answers.</summary>
    public long ReceivedMinor { get; set; }

    /// <summary>Lines of money that came in.</summary>
    public long Rows { get; set; }

    /// <summary>What those lines come to.</summary>
    public long ReportMinor { get; set; }

    /// <summary>Lines of money that went back.</summary>
    public long RefundRows { get; set; }

    /// <summary>What those come to, as a positive amount.</summary>
    public long RefundMinor { get; set; }

    /// <summary>What we sent back that day by our own records.</summary>
    public long RefundedHereMinor { get; set; }

    /// <summary>Commission of all lines.</summary>
    public long FeeMinor { get; set; }

    /// <summary>Tax on it.</summary>
    public long FeeTaxMinor { get; set; }

    /// <summary>What is to be settled: net of what came in less net of what went back.</summary>
    public long NetMinor { get; set; }
}
