using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Core.Reconciliation.Invoices;

namespace PagoConsole.Reconciliation.Invoices;

/// <summary>What the page of invoice data shows, as its address says it.</summary>
internal sealed record InvoiceQuery(Period Period)
{
    private const int LongestSeller = 128;

    public InvoiceVerdict? Verdict { get; init; }

    public InvoiceType? Type { get; init; }

    public InvoiceFaults? Fault { get; init; }

    public string? SellerId { get; init; }

    public InvoiceKey? After { get; init; }

    /// <summary>The first page of it.</summary>
    public InvoiceQuery First => this with { After = null };

    public bool IsUnfiltered => (Verdict, Type, Fault, SellerId) is (null, null, null, null);

    public static InvoiceQuery Parse(string? from, string? to, string? verdict, string? type, string? fault, string? seller, string? after, DateTimeOffset now) =>
        new(Period.Parse(from, to, now))
        {
            Verdict = Named<InvoiceVerdict>(verdict) is { } v && v != InvoiceVerdict.Complete ? v : null,
            Type = Named<InvoiceType>(type),
            Fault = Named<InvoiceFaults>(fault) is { } f && f != InvoiceFaults.None ? f : null,
            SellerId = string.IsNullOrWhiteSpace(seller) ? null : seller.Trim()[..Math.Min(seller.Trim().Length, LongestSeller)],
            After = InvoiceKey.Parse(after),
        };

    public (string Name, string? Value)[] ToQuery() =>
    [
        .. Period.ToQuery(), ("verdict", Verdict?.ToString()), ("type", Type?.ToString()), ("fault", Fault?.ToString()), ("seller", SellerId), ("after", After?.ToString()),
    ];

    public InvoiceFilter ToCore() => new InvoiceFilter(Period.From, Period.To, Verdict, Type, Fault, SellerId).Bounded();

    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var named) && Enum.IsDefined(named) ? named : null;
}
