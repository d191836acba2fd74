using System.Text;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Storage;
using PagoConsole.Reconciliation.Settlements;

namespace PagoConsole.Tests.Components;

/// <summary>Settlement on screen. Today is 22 November 2026.</summary>
public sealed class SettlementPageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Reconciliation:Fees:0:From"] = "2026-01-01",
        ["Reconciliation:Fees:0:Bands:0:Percent"] = "3",
        ["Reconciliation:Fees:0:MonthlyFee"] = "50",
    };

    [Fact]
    public async Task A_date_shows_what_was_expected_what_came_and_what_is_carried_and_opens_to_its_sellers()
    {
        await LinesAsync(("s-1", 18, "PEN"), ("s-2", 18, "PEN"), ("s-1", 19, "USD"));
        await EnterAsync(100m);

        var page = Show<SettlementPage>(Role.Finance, "/reconciliation/settlement");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".days tbody tr").Count), Patience);
        Assert.Contains("PagoEfectivo owes S/ 92.92 by now", page.Find("header").TextContent, StringComparison.Ordinal);
        Assert.Contains("soles to the dollar", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Monthly fee", page.Markup, StringComparison.Ordinal);
        page.Act(() => page.Find(".days tbody button.open"), element => element.Click());
        page.WaitForAssertion(() => Assert.Equal(["s-1", "s-2"], page.FindAll(".shares tbody td:first-child").Select(cell => cell.TextContent)), Patience);
    }

    [Fact]
    public void Nothing_settled_says_why_and_an_auditor_only_reads()
    {
        var page = Show<SettlementPage>(Role.Auditor, "/reconciliation/settlement?from=2020-01-01&to=2020-01-31");

        page.WaitForAssertion(() => Assert.Contains("Nothing was settled in this period", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(page.FindAll("#credit-amount, #credit-file"));
        Assert.Equal("2020-01-31", page.Find("#period-to").GetAttribute("value"));
    }

    [Fact]
    public void An_analyst_is_told_that_it_is_not_for_them()
    {
        var page = Show<SettlementPage>(Role.Analyst, "/reconciliation/settlement");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".skeleton, table")), Patience);
        Assert.DoesNotContain("Bank credits", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credit_is_entered_struck_out_and_counts_again()
    {
        await LinesAsync(("s-1", 18, "PEN"));
        var page = Show<SettlementPage>(Role.Finance, "/reconciliation/settlement");
        page.Act(() => page.Find("#credit-amount"), element => element.Change("96.46"));
        page.Act(() => page.Find("form.entry"), element => element.Submit());
        page.WaitForAssertion(() => Assert.Contains("reference is missing", page.Find("#credit-fault").TextContent, StringComparison.Ordinal), Patience);

        page.Act(() => page.Find("#credit-reference"), element => element.Change("BCP-1"));
        page.Act(() => page.Find("form.entry"), element => element.Submit());
        page.WaitForAssertion(() => Assert.Contains("All that was due has come", page.Find("header").TextContent, StringComparison.Ordinal), Patience);

        page.Press(() => page.FindAll(".credits button").Single(button => button.TextContent.Trim() == "Strike out"));
        page.Act(() => page.Find(".mud-dialog textarea, .mud-dialog input"), element => element.Input("Another shop's"));
        page.Press(() => page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Strike out"));
        page.WaitForAssertion(() => Assert.Contains("owes S/ 96.46", page.Find("header").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("Another shop's", page.Find("tr.struck").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_tells_its_bad_lines()
    {
        var page = Show<SettlementPage>(Role.Finance, "/reconciliation/settlement");
        page.WaitForElement("#credit-file", Patience);

        page.FindComponent<InputFile>().UploadFiles(
            InputFileContent.CreateFromBinary(Encoding.UTF8.GetBytes("date,currency,amount,reference\n2026-11-20,PEN,5,A\nsoon,PEN,5,B\n"), "bank.csv"));

        page.WaitForAssertion(() => Assert.Contains("2 lines: 1 taken, 0 already there, 1 refused.", page.Find(".upload").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("Line 3: “soon”: not a date that can be taken", page.Find(".upload li").TextContent, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".credits tbody tr")), Patience);
    }

    private Task LinesAsync(params (string Seller, int Date, string Currency)[] lines) => Get<Writes>().DoAsync(
        tx =>
        {
            tx.Db.AddRange(lines.Select(line => new SettlementLine
            {
                Day = new DateOnly(2026, 11, line.Date - 2),
                SettlementDate = new DateOnly(2026, 11, line.Date),
                SellerId = line.Seller,
                Currency = new Currency(line.Currency),
                Rows = 1,
                AmountMinor = 10_000,
                FeeMinor = 300,
                FeeTaxMinor = 54,
                NetMinor = 9646,
            }));
            return Task.CompletedTask;
        },
        Ct);

    private Task EnterAsync(decimal amount) =>
        Get<TakeBankCredits>().EnterAsync(new CreditEntry(new DateOnly(2026, 11, 18), Money.Of(amount, Currency.Pen), "BCP-1"), Person("fina"), Ct);
}
