using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.People;
using PagoConsole.Core.Reconciliation.Invoices;
using PagoConsole.Orders;
using PagoConsole.Reconciliation.Invoices;

namespace PagoConsole.Tests.Components;

public sealed class InvoicesPageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("/reconciliation/invoices", 2)]
    [InlineData("/reconciliation/invoices?verdict=Wrong", 1)]
    [InlineData("/reconciliation/invoices?fault=NoInvoice", 1)]
    [InlineData("/reconciliation/invoices?fault=nonsense&type=none-such", 2)]
    [InlineData("/reconciliation/invoices?seller=s-9", 0)]
    [InlineData("/reconciliation/invoices?from=2020-01-01&to=2020-02-01", 0)]
    public async Task The_list_is_filtered_by_its_address(string path, int rows)
    {
        await PaidAsync(new OrderInvoice("factura", "10456789123", "Ana Quispe"));
        await PaidAsync(null);
        await PaidAsync(new OrderInvoice("boleta", null, null));

        var page = Show<InvoicesPage>(Role.Finance, path);

        page.WaitForAssertion(() => Assert.Equal(rows, page.FindAll(".gaps tbody tr").Count), Patience);
        if (rows == 2) Assert.Contains("2 of 3 paid orders cannot be invoiced", page.Markup, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.DoesNotContain("10456789123", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_row_says_why_and_its_file_has_the_same_filter()
    {
        await PaidAsync(new OrderInvoice("factura", "20100047219", null));

        var page = Show<InvoicesPage>(Role.Auditor, "/reconciliation/invoices?from=2026-11-22&to=2026-11-22&verdict=Wrong");

        page.WaitForAssertion(() => Assert.Contains("RUC check digit is wrong · Factura without business name", page.Find(".gaps tbody tr").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(
            "/reconciliation/invoices.csv?from=2026-11-22&to=2026-11-22&verdict=Wrong",
            page.FindAll("a").Single(a => a.TextContent.Trim() == "CSV").GetAttribute("href"));
    }

    [Fact]
    public async Task An_order_shows_its_invoice()
    {
        var id = await PaidAsync(new OrderInvoice("factura", "10456789123", "Ana Quispe"));

        var page = Show<OrderDetailPage>(Role.Finance, $"/orders/{id}", ("OrderId", id));

        page.WaitForAssertion(() => Assert.Contains("RUC check digit is wrong", page.Markup, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain("10456789123", page.Markup, StringComparison.Ordinal);
    }

    private async Task<string> PaidAsync(OrderInvoice? invoice)
    {
        var placed = await PlaceAsync(NewOrder() with { Invoice = invoice });
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(120m, Currency.Pen), $"tx_{placed.OrderId}"));
        await SettleDownAsync();
        return placed.OrderId;
    }
}
