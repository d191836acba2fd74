namespace PagoConsole.Core.Orders.Invoices;

/// <summary>What is missing in an order's invoice data, or wrong with it.</summary>
[Flags]
public enum InvoiceFaults
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The marketplace did not say what invoice the buyer wants.</summary>
    NoInvoice = 1,

    /// <summary>It is neither a factura nor a boleta.</summary>
    UnknownType = 2,

    /// <summary>A factura without a RUC.</summary>
    NoRuc = 4,

    /// <summary>A RUC that is not 11 digits.</summary>
    RucForm = 8,

    /// <summary>A RUC that does not begin as one.</summary>
    RucPrefix = 16,

    /// <summary>A RUC whose check digit is another.</summary>
    RucCheckDigit = 32,

    /// <summary>A factura without the buyer's business name.</summary>
    NoBusinessName = 64,

    /// <summary>A boleta above the amount from which the buyer's document must stand on it, without one.</summary>
    NoDocument = 128,

    /// <summary>A seller of whom no RUC was told.</summary>
    NoSellerRuc = 256,

    /// <summary>A seller's RUC that cannot be one.</summary>
    SellerRuc = 512,
}

/// <summary>What the data come to.</summary>
public enum InvoiceVerdict
{
    /// <summary>An invoice can be made of them.</summary>
    Complete,

    /// <summary>Something is missing.</summary>
    Missing,

    /// <summary>Something that was told is wrong.</summary>
    Wrong,
}

/// <summary>What invoice the buyer wants.</summary>
public enum InvoiceType
{
    /// <summary>Nobody said.</summary>
    None,

    /// <summary>For a taxpayer, who may deduct the tax.</summary>
    Factura,

    /// <summary>For a consumer.</summary>
    Boleta,

    /// <summary>Something else was said.</summary>
    Unknown,
}

/// <summary>Puts faults in words and lists.</summary>
public static class InvoiceFaultsList
{
    private const InvoiceFaults Wrong =
        InvoiceFaults.UnknownType | InvoiceFaults.RucForm | InvoiceFaults.RucPrefix | InvoiceFaults.RucCheckDigit | InvoiceFaults.SellerRuc;

    /// <summary>Every single fault.</summary>
    public static IReadOnlyList<InvoiceFaults> All { get; } = [.. Enum.GetValues<InvoiceFaults>().Where(fault => fault != InvoiceFaults.None)];

    /// <summary>The single faults of some.</summary>
    public static IEnumerable<InvoiceFaults> Each(this InvoiceFaults faults) => All.Where(fault => faults.HasFlag(fault));

    /// <summary>What they come to.</summary>
    public static InvoiceVerdict Verdict(this InvoiceFaults faults) =>
        (faults & Wrong) != 0 ? InvoiceVerdict.Wrong : faults == InvoiceFaults.None ? InvoiceVerdict.Complete : InvoiceVerdict.Missing;
}
