using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.People;
using PagoConsole.Layout;
using PagoConsole.MoneyDesk;

namespace PagoConsole.Tests.Components;

public sealed class MoneyDeskPageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Every_case_is_a_row_with_its_kind_counted_and_each_currency_added_up()
    {
        await LateAsync();
        await UnfitAsync("USD");

        var page = Show<MoneyDeskPage>(Role.Finance, "/money");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count), Patience);
        Assert.Equal(["Paid late", "Other currency"], page.FindAll(".kinds .name").Select(name => name.TextContent));
        Assert.Equal(["S/ 120.00", "US$ 100.00"], page.FindAll("header .money").Select(sum => sum.TextContent.Replace('\u00a0', ' ')));
        Assert.Equal(["S/ 120.00", "US$ 100.00"], page.FindAll(".kinds .money").Select(sum => sum.TextContent.Replace('\u00a0', ' ')));
        Assert.Contains("Since today", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal("/money/cases.csv", page.FindAll("a").Single(a => a.TextContent.Contains("Export", StringComparison.Ordinal)).GetAttribute("href"));
    }

    [Theory]
    [InlineData("/money?kind=Short", 1)]
    [InlineData("/money?kind=nonsense", 2)]
    [InlineData("/money?age=Days3", 0)]
    [InlineData("/money?view=Settled", 0)]
    [InlineData("/money?q=T-1", 1)]
    public async Task The_desk_is_filtered_by_its_address(string path, int rows)
    {
        await LateAsync();
        await UnfitAsync("PEN");

        var page = Show<MoneyDeskPage>(Role.Auditor, path);

        page.WaitForAssertion(() => Assert.Equal(rows, page.FindAll("tbody tr").Count), Patience);
        if (rows == 0) page.WaitForAssertion(() => Assert.Contains("Nothing under this filter", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_search_finds_settled_cases_too_and_says_so()
    {
        var late = await LateAsync();
        await Get<SettleMoneyCase>().RunAsync(late.CaseId, new MoneyDecision(MoneyChoice.Keep, "known"), Person("fito"), Ct);

        var page = Show<MoneyDeskPage>(Role.Finance, $"/money?q={late.OrderId}");

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")), Patience);
        Assert.Contains("settled ones too", page.Find(".everywhere").TextContent, StringComparison.Ordinal);
        Assert.Equal("All, settled too", page.Find(".filter.active").TextContent.Trim());
        Assert.Contains("Settled", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_comes_while_one_looks_appears()
    {
        var page = Show<MoneyDeskPage>(Role.Finance, "/money");
        page.WaitForAssertion(() => Assert.Contains("No money is waiting", page.Markup, StringComparison.Ordinal), Patience);

        await LateAsync();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")), Patience);
    }

    [Fact]
    public async Task The_rail_counts_what_waits()
    {
        var rail = Show<Rail>(Role.Finance, "/money");
        rail.WaitForElement("a[href='/money']", Patience);

        await LateAsync();

        rail.WaitForAssertion(() => Assert.Equal("1", rail.Find("a[href='/money'] .count").TextContent), Patience);
    }

    [Fact]
    public async Task Finance_reinstates_late_money()
    {
        var late = await LateAsync();
        var next = await UnfitAsync("USD");
        var page = ShowCase(Role.Finance, late);
        Choose(page, MoneyChoice.Accept);
        Assert.Contains("The order becomes: Paid.", page.Markup, StringComparison.Ordinal);

        page.Act(() => page.Find("form"), element => element.Submit());
        page.WaitForAssertion(() => Assert.Contains("Please say why", page.Find("#case-fault").TextContent, StringComparison.Ordinal), Patience);
        page.Act(() => page.Find("#case-note"), element => element.Input("Stock is there"));
        _ = page.Find("form").SubmitAsync();
        page.WaitForElement(".mud-dialog");
        page.Press(() => page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Reinstate the order"));

        page.WaitForAssertion(() => Assert.Contains("Settled", page.Find(".state").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(OrderStatus.Paid, (await OrderAsync(late.OrderId)).Status);
        page.WaitForAssertion(() => Assert.Contains("Settled: Reinstate the order.", page.Find(".decided[role=status]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal($"/money/{next.CaseId}", page.Find(".decided a").GetAttribute("href"));
        Assert.Contains("Order reinstated", page.Find(".timeline").TextContent, StringComparison.Ordinal);
        Assert.Contains("Stock is there", page.Find(".timeline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_impossible_says_why()
    {
        var money = await UnfitAsync("USD");

        var page = ShowCase(Role.Finance, money);

        Assert.True(page.Find("input[value=Refund]").HasAttribute("disabled"));
        Assert.Contains("only in the currency of its code", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_reads_only()
    {
        var page = ShowCase(Role.Auditor, await LateAsync());

        Assert.True(page.Find("fieldset").HasAttribute("disabled"));
        Assert.Contains("somebody of finance decides", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Ask PagoEfectivo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_person_sees_what_the_first_chose()
    {
        var late = await LateAsync(3500m);
        await Get<SettleMoneyCase>().RunAsync(late.CaseId, new MoneyDecision(MoneyChoice.Accept, "Stock is there"), Person("fito"), Ct);

        var page = ShowCase(Role.Finance, late);

        Assert.Contains("First choice: Reinstate the order", page.Find(".first").TextContent, StringComparison.Ordinal);
        Assert.Contains("Stock is there", page.Find(".first").TextContent, StringComparison.Ordinal);
        Assert.Contains("Choose the same to confirm it", page.Find(".first").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_two_people_decided_says_who_chose_what_and_why()
    {
        var late = await LateAsync(3500m);
        await Get<SettleMoneyCase>().RunAsync(late.CaseId, new MoneyDecision(MoneyChoice.Accept, "Stock is there"), Person("fito"), Ct);
        await Get<SettleMoneyCase>().RunAsync(late.CaseId, new MoneyDecision(MoneyChoice.Accept, "Agreed by phone"), Person("fina"), Ct);

        var page = ShowCase(Role.Auditor, late, ".said");

        var facts = page.FindAll(".decide .fact").ToDictionary(fact => fact.QuerySelector("dt")!.TextContent, fact => fact.QuerySelector("dd")!.TextContent);
        Assert.Equal("Reinstate the order", facts["Choice"].Trim());
        Assert.Contains("fito", facts["First chosen by"], StringComparison.Ordinal);
        Assert.Contains("Stock is there", facts["First chosen by"], StringComparison.Ordinal);
        Assert.Contains("fina", facts["Confirmed by"], StringComparison.Ordinal);
        Assert.Contains("Agreed by phone", facts["Confirmed by"], StringComparison.Ordinal);
        Assert.Contains("Order reinstated · first chosen by fito", page.Find(".timeline").TextContent, StringComparison.Ordinal);
        Assert.Contains("Was payable until", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Payable until", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_field_of_the_buyers_form_says_what_is_wrong_with_it()
    {
        var page = ShowCase(Role.Finance, await LateAsync());
        Choose(page, MoneyChoice.OutOfBand);
        page.Act(() => page.Find("#payee-name"), element => element.Change("Ana Quispe"));
        page.Act(() => page.Find("#payee-document"), element => element.Change("RUC"));

        page.Act(() => page.Find("form"), element => element.Submit());

        page.WaitForAssertion(() => Assert.Equal("A RUC has 11 digits.", page.Find("#payee-number-fault").TextContent), Patience);
        Assert.Equal(("", "The bank's name, 2 to 60 characters."), (page.Find("#payee-name-fault").TextContent, page.Find("#payee-bank-fault").TextContent));
        Assert.StartsWith("Digits only", page.Find("#payee-account-fault").TextContent, StringComparison.Ordinal);
        Assert.Contains("Please say why", page.Find("#case-fault").TextContent, StringComparison.Ordinal);
        Assert.Equal(["payee-number", "payee-bank", "payee-account", "case-note"], page.FindAll("[aria-invalid=true]").Select(field => field.Id));
    }

    [Fact]
    public async Task A_payout_is_recorded_with_its_proof()
    {
        var late = await LateAsync();
        await Get<SettleMoneyCase>().RunAsync(
            late.CaseId,
            new MoneyDecision(MoneyChoice.OutOfBand, "asked", new Payee("Ana Quispe", PayeeDocument.DNI, "45678912", "BCP", "00219300123456789015", PayeeCheck.CalledBack)),
            Person("fito"),
            Ct);
        var page = ShowCase(Role.Finance, late, "#payout-reference");
        Assert.DoesNotContain("Quispe", page.Markup, StringComparison.Ordinal);
        page.Press(() => page.FindAll("button").Single(button => button.TextContent.Trim() == "Show unmasked"));
        page.WaitForAssertion(() => Assert.Contains("Ana Quispe", page.Markup, StringComparison.Ordinal), Patience);

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("<script>", "x.pdf"));
        page.WaitForAssertion(() => Assert.Contains("Only PDF, JPEG and PNG", page.Find("#payout-proof-fault").TextContent, StringComparison.Ordinal), Patience);
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("%PDF-1.7", "x.pdf"));
        page.WaitForAssertion(() => Assert.Contains("Ready: x.pdf", page.Markup, StringComparison.Ordinal), Patience);
        page.Act(() => page.Find("form"), element => element.Submit());
        page.WaitForAssertion(() => Assert.Contains("reference is missing", page.Find("#payout-reference-fault").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(("", ""), (page.Find("#payout-day-fault").TextContent, page.Find("#payout-proof-fault").TextContent));
        page.Act(() => page.Find("#payout-reference"), element => element.Change("OP-1"));
        page.Act(() => page.Find("form"), element => element.Submit());

        page.WaitForAssertion(() => Assert.Contains("Settled", page.Find(".state").TextContent, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.NotNull(page.Find("a[download][href^='/money/proofs/prf_']")), Patience);
        Assert.Equal(OrderStatus.Refunded, (await OrderAsync(late.OrderId)).Status);
    }

    [Fact]
    public void A_case_that_is_not_there_is_said_to_be_missing()
    {
        var page = Show<MoneyCasePage>(Role.Finance, "/money/none", ("CaseId", "none"));

        page.WaitForAssertion(() => Assert.Contains("There is no such page", page.Markup, StringComparison.Ordinal), Patience);
    }

    private IRenderedComponent<PageInFrame<MoneyCasePage>> ShowCase(Role role, MoneyCase found, string until = "fieldset")
    {
        var page = Show<MoneyCasePage>(role, $"/money/{found.CaseId}", ("CaseId", found.CaseId));
        page.WaitForElement(until, Patience);
        return page;
    }

    private static void Choose(IRenderedComponent<PageInFrame<MoneyCasePage>> page, MoneyChoice choice)
    {
        page.Act(() => page.Find($"input[value={choice}]"), element => element.Change(choice.ToString()));
        page.WaitForElement("#case-note", Patience);
    }

    private async Task<MoneyCase> LateAsync(decimal amount = 120m)
    {
        var placed = await PlaceAsync(NewOrder(amount));
        await SendAsync(Event("payment.expired", placed.Payment!.PaymentId));
        await SettleDownAsync();
        await SendAsync(Event("payment.paid", placed.Payment.PaymentId, Money.Of(amount, Currency.Pen), $"tx_{placed.OrderId}"));
        await SettleDownAsync();
        return Assert.Single(await CasesAsync(placed.OrderId));
    }

    private async Task<MoneyCase> UnfitAsync(string currency)
    {
        var placed = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(100m, new Currency(currency)), $"tx_{placed.OrderId}"));
        await SettleDownAsync();
        return Assert.Single(await CasesAsync(placed.OrderId));
    }
}
