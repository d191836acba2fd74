using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class OrderJourneys(ConsoleBrowser browser)
{
    [Theory]
    [InlineData("orderId")]
    [InlineData("payment.cip")]
    [InlineData("account.id")]
    [InlineData("account.phone")]
    [InlineData("account.documentNumber")]
    [InlineData("account.email")]
    public Task An_order_is_found_by_anything_that_names_it(string field) => browser.VisitAsync(async visit =>
    {
        var order = OrderJson.New();
        var placed = await browser.Marketplace.PayableAsync(order);
        await browser.Marketplace.PlacedAsync();
        var table = await OrderTable.OpenAsync(visit);

        await table.SearchAsync(order.Text(field) ?? placed.Text(field)!);

        await Assertions.Expect(table.LineOf(PagoClient.Id(placed))).ToBeVisibleAsync();
        await Assertions.Expect(table.Lines).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("[?&]q="));
    });

    [Fact]
    public Task Filters_live_in_the_address() => browser.VisitAsync(async visit =>
    {
        var waiting = PagoClient.Id(await browser.Marketplace.PlacedAsync());
        var rejected = PagoClient.Id(await browser.Marketplace.PlacedAsync(OrderJson.OverTheLimit()));
        var table = await OrderTable.OpenAsync(visit);
        await Assertions.Expect(table.LineOf(waiting)).ToBeVisibleAsync();

        await table.FilterAsync("Rejected");
        await Assertions.Expect(table.LineOf(waiting)).ToHaveCountAsync(0);
        await Assertions.Expect(table.LineOf(rejected)).ToBeVisibleAsync();

        await visit.Page.ReloadAsync();
        await Assertions.Expect(table.LineOf(rejected)).ToBeVisibleAsync();
        await Assertions.Expect(table.LineOf(waiting)).ToHaveCountAsync(0);
    });

    [Fact]
    public Task New_orders_wait_behind_a_bar_and_known_ones_change_in_place() => browser.VisitAsync(async visit =>
    {
        var known = await browser.Marketplace.PayableAsync();
        var table = await OrderTable.OpenAsync(visit);
        await Assertions.Expect(table.LineOf(PagoClient.Id(known))).ToContainTextAsync("Awaiting payment");

        var fresh = PagoClient.Id(await browser.Marketplace.PlacedAsync());
        await browser.Sandbox.PayAsync(PagoClient.PaymentId(known));

        await Assertions.Expect(table.LineOf(PagoClient.Id(known))).ToContainTextAsync("Paid");
        await Assertions.Expect(table.NewBar).ToBeVisibleAsync();
        await Assertions.Expect(table.LineOf(fresh)).ToHaveCountAsync(0);
        await table.NewBar.ClickAsync();
        await Assertions.Expect(table.LineOf(fresh)).ToBeVisibleAsync();
    });

    [Fact]
    public Task The_file_on_an_order_tells_why_what_and_when() => browser.VisitAsync(async visit =>
    {
        var placed = await browser.Marketplace.PayableAsync();
        await browser.Sandbox.PayAsync(PagoClient.PaymentId(placed));
        await browser.Marketplace.UntilAsync(PagoClient.Id(placed), "Paid");
        await browser.Sandbox.CallbacksUntilAsync(PagoClient.Id(placed), "order.paid");

        var file = await OrderFile.OpenAsync(visit, "analyst", PagoClient.Id(placed));

        await Assertions.Expect(file.State).ToHaveTextAsync("Paid");
        await Assertions.Expect(file.Payment).ToContainTextAsync(placed.Text("payment.cip")!);
        await Assertions.Expect(file.Timeline).ToContainTextAsync("Payment code");
        await Assertions.Expect(file.Card("Calls to PagoEfectivo")).ToContainTextAsync("POST");
        await Assertions.Expect(file.Card("Messages to the marketplace")).ToContainTextAsync("order.paid");
    });

    [Fact]
    public Task A_rejection_speaks_a_sentence() => browser.VisitAsync(async visit =>
    {
        var placed = await browser.Marketplace.PlacedAsync(OrderJson.OverTheLimit());

        var file = await OrderFile.OpenAsync(visit, "auditor", PagoClient.Id(placed));

        await Assertions.Expect(file.State).ToHaveTextAsync("Rejected");
        await Assertions.Expect(file.Decision).ToContainTextAsync("5,000.01");
    });

    [Fact]
    public Task Personal_data_is_masked_until_somebody_says_why() => browser.VisitAsync(async visit =>
    {
        var order = OrderJson.New();
        var placed = await browser.Marketplace.PlacedAsync(order);
        var file = await OrderFile.OpenAsync(visit, "analyst", PagoClient.Id(placed));
        await Assertions.Expect(file.Buyer).Not.ToContainTextAsync(order.Text("account.documentNumber")!);

        await file.PressAsync("Show");
        await new CaseDesk(visit.Page).AnswerDialogAsync("The buyer is on the phone", "Show");

        await Assertions.Expect(file.Buyer).ToContainTextAsync(order.Text("account.documentNumber")!);
        await Assertions.Expect(file.Timeline).ToContainTextAsync("Personal data shown");
    });

    [Fact]
    public Task An_auditor_reads_all_of_it_masked() => browser.VisitAsync(async visit =>
    {
        var order = OrderJson.New();
        var placed = await browser.Marketplace.PlacedAsync(order);

        var file = await OrderFile.OpenAsync(visit, "auditor", PagoClient.Id(placed));

        await Assertions.Expect(file.Buyer).ToBeVisibleAsync();
        await Assertions.Expect(file.Main).Not.ToContainTextAsync(order.Text("account.documentNumber")!);
        await Assertions.Expect(file.Main).Not.ToContainTextAsync(order.Text("account.email")!);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true })).ToHaveCountAsync(0);
    });

    [Fact]
    public Task The_search_goes_straight_to_an_order() => browser.VisitAsync(async visit =>
    {
        var placed = await browser.Marketplace.PayableAsync();
        var frame = await SignInForm.AsAsync(visit, "analyst");

        await frame.SearchAsync(placed.Text("payment.cip")!);

        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex(Regex.Escape(PagoClient.Id(placed)) + "|q="));
        await Assertions.Expect(visit.Page.GetByText(PagoClient.Id(placed)).First).ToBeVisibleAsync();
    });
}
