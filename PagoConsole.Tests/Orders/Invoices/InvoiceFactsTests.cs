using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Orders.Invoices;

public sealed class InvoiceFactsTests
{
    private const string Right = "20100047218";

    [Theory]
    [InlineData("factura", Right, "Empresa SAC", InvoiceFaults.None)]
    [InlineData(" Factura ", Right, "Empresa SAC", InvoiceFaults.None)]
    [InlineData("factura", null, "Empresa SAC", InvoiceFaults.NoRuc)]
    [InlineData("factura", Right, " ", InvoiceFaults.NoBusinessName)]
    [InlineData("factura", "20100047219", null, InvoiceFaults.RucCheckDigit | InvoiceFaults.NoBusinessName)]
    [InlineData("boleta", null, null, InvoiceFaults.None)]
    [InlineData("boleta", "123", null, InvoiceFaults.RucForm)]
    [InlineData("ticket", null, null, InvoiceFaults.UnknownType)]
    [InlineData(null, Right, null, InvoiceFaults.UnknownType)]
    [InlineData(null, null, null, InvoiceFaults.NoInvoice)]
    public void Of_WhatTheMarketplaceTold_FindsWhatIsWrong(string? type, string? ruc, string? name, InvoiceFaults faults) =>
        Assert.Equal(faults, FactsOf(Order(100m) with { Invoice = new OrderInvoice(type, ruc, name) }).Faults);

    [Theory]
    [InlineData("700.00", null, InvoiceFaults.None)]
    [InlineData("700.01", null, InvoiceFaults.NoDocument)]
    [InlineData("700.01", "45678912", InvoiceFaults.None)]
    public void Of_ALargeBoleta_NeedsTheBuyersDocument(string soles, string? document, InvoiceFaults faults)
    {
        var order = Order(decimal.Parse(soles, System.Globalization.CultureInfo.InvariantCulture)) with { Invoice = new OrderInvoice("boleta", null, null) };

        Assert.Equal(faults, FactsOf(order with { Account = order.Account with { DocumentNumber = document } }).Faults);
    }

    [Fact]
    public void Of_ASeller_NeedsItsRuc()
    {
        Assert.Equal(InvoiceFaults.NoSellerRuc, FactsOf(Boleta(new OrderSeller("s-1", null))).Faults);
        Assert.Equal(InvoiceFaults.SellerRuc, FactsOf(Boleta(new OrderSeller("s-1", "1"))).Faults);
        Assert.Equal(InvoiceFaults.None, FactsOf(Boleta(new OrderSeller("s-1", Right))).Faults);
        Assert.Equal(InvoiceFaults.None, FactsOf(Boleta(null)).Faults);
    }

    [Theory]
    [InlineData(InvoiceFaults.None, InvoiceVerdict.Complete)]
    [InlineData(InvoiceFaults.NoRuc | InvoiceFaults.NoBusinessName, InvoiceVerdict.Missing)]
    [InlineData(InvoiceFaults.NoBusinessName | InvoiceFaults.RucForm, InvoiceVerdict.Wrong)]
    public void Verdict_OfFaults_IsWrongBeforeMissing(InvoiceFaults faults, InvoiceVerdict verdict) => Assert.Equal(verdict, faults.Verdict());

    [Fact]
    public void The_threshold_is_dated_configuration()
    {
        var section = new SettingsUnderTest("Invoices", services => services.AddOrders());
        var options = section.Read<InvoiceOptions>(("BoletaThresholds:0:From", "2027-01-01"), ("BoletaThresholds:0:Amount", "800"));

        Assert.Equal((700m, 800m), (options.DocumentAbove(new DateOnly(2026, 12, 31)), options.DocumentAbove(new DateOnly(2027, 1, 1))));
        Assert.Equal(
            ["Invoices:BoletaThresholds:0:From", "Invoices:BoletaThresholds:1:Amount"],
            section.KeysAtFault(production: false, ("BoletaThresholds:0:Amount", "800"), ("BoletaThresholds:1:From", "2027-01-01"), ("BoletaThresholds:1:Amount", "-1")));
    }

    private static InvoiceFacts FactsOf(OrderContent content) => InvoiceFacts.Of(content, content.Amount.Amount, 700m, DateTimeOffset.UnixEpoch);

    private static OrderContent Boleta(OrderSeller? seller) => Order(10m) with { Seller = seller, Invoice = new OrderInvoice("boleta", null, null) };

    private static OrderContent Order(decimal amount) => new()
    {
        OrderId = "T-1",
        Amount = Money.Of(amount, Currency.Pen),
        ReturnUrl = "https://shop.example/thanks",
        Account = new OrderAccount("u-1", DateTimeOffset.UnixEpoch, null, null, null, null, null),
        Ip = "190.235.1.1",
    };
}
