using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Evidence.Aml.Counting;
using PagoConsole.Core.People;
using PagoConsole.Evidence.Aml;
using PagoConsole.Orders;
using PagoConsole.Shared;

namespace PagoConsole.Tests.Components;

public sealed class AmlPagesTests : PageTest
{
    [Fact]
    public async Task The_monitor_shows_what_a_document_paid_and_says_that_there_is_no_rate()
    {
        await CountedAsync();

        var page = Show<AmlMonitorPage>(Role.Lead, "/aml");

        page.WaitForAssertion(() => Assert.Contains("DNI •••001", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Contains("no rate", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("supports the compliance officer and does not replace", page.Find("[role=note]").TextContent, StringComparison.Ordinal);
        Assert.Contains("No exchange rate holds for this month", page.Markup, StringComparison.Ordinal);
        await Context.DisposeComponentsAsync();
        var auditor = Show<AmlMonitorPage>(Role.Auditor, "/aml");
        auditor.WaitForAssertion(() => Assert.Contains("DNI •••001", auditor.Find("tbody tr").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_leads_to_the_document_by_its_hash()
    {
        await CountedAsync();
        var page = Show<AmlMonitorPage>(Role.Auditor, "/aml");

        page.Act(() => page.Find("input[type=search]"), element => element.Change("99999999"));
        page.Act(() => page.Find("form"), element => element.Submit());
        page.WaitForAssertion(() => Assert.Contains("No order names this document", page.Markup, StringComparison.Ordinal));
        page.Act(() => page.Find("input[type=search]"), element => element.Change("DNI 00000001"));
        page.Act(() => page.Find("form"), element => element.Submit());

        page.WaitForAssertion(() => Assert.Matches("/aml/documents/[0-9a-f]{32}$", Context.Services.GetRequiredService<NavigationManager>().Uri));
    }

    [Fact]
    public async Task A_lead_opens_a_case_from_an_order_concludes_and_reports_it_and_nobody_else_sees_it()
    {
        var orderId = await CountedAsync();
        var order = Show<OrderDetailPage>(Role.Lead, $"/orders/{orderId}", ("OrderId", orderId));
        order.Press(() => order.FindAll("button").Single(button => button.TextContent.Trim() == "Open an AML case"));
        order.Act(() => order.FindAll(".mud-dialog input[type=checkbox]")[0], element => element.Change(true));
        order.Act(() => order.Find("#aml-note"), element => element.Input("Many small payments"));
        order.Press(() => order.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Open an AML case"));
        order.WaitForAssertion(() => Assert.Contains("/aml/cases/aml_", Context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        var caseId = Context.Services.GetRequiredService<NavigationManager>().Uri.Split('/')[^1];

        await Context.DisposeComponentsAsync();
        var page = Show<AmlCasePage>(Role.Lead, $"/aml/cases/{caseId}", ("CaseId", caseId));
        page.Act(() => page.Find("#aml-work-note"), element => element.Input("Parted on purpose"));
        page.Press(() => page.FindAll("button").Single(button => button.TextContent.Trim() == "Suspicious"));
        page.WaitForAssertion(() => Assert.Contains("Report to UIF-Perú by", page.Find(".state").TextContent, StringComparison.Ordinal));
        page.Act(() => page.Find("#aml-number"), element => element.Change("ROS-1"));
        page.Press(() => page.FindAll("button").Single(button => button.TextContent.Trim() == "Record the report"));
        page.WaitForAssertion(() => Assert.Contains("within the deadline", page.Markup, StringComparison.Ordinal));

        foreach (var role in (Role[])[Role.Analyst, Role.Finance])
        {
            await Context.DisposeComponentsAsync();
            var theirs = Show<OrderDetailPage>(role, $"/orders/{orderId}", ("OrderId", orderId));
            theirs.WaitForElement(".columns");
            Assert.DoesNotContain("AML", theirs.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain("/aml", theirs.Markup, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_auditor_reads_a_case_and_its_draft_and_has_nothing_to_press()
    {
        var orderId = await CountedAsync();
        var lead = RolePermissions.Of(Role.Lead);
        var opened = await Get<OpenAmlCase>().RunAsync(
            new AmlSuspicion(AmlOrigin.Order, null, orderId, [AmlReason.ManyPayments], "Seen"), new(Core.Foundation.ActorKind.Person, "l", "lead", lead), Ct);
        var id = opened.Value.CaseId;

        var page = Show<AmlCasePage>(Role.Auditor, $"/aml/cases/{id}", ("CaseId", id));
        page.WaitForAssertion(() => Assert.Contains("DNI •••001", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#aml-work-note"));
        await Context.DisposeComponentsAsync();
        var draft = Show<AmlReportPage>(Role.Auditor, ConsoleUrls.AmlReport(id), ("CaseId", id));
        draft.WaitForAssertion(() => Assert.Contains(id, draft.Find("article").TextContent, StringComparison.Ordinal));
        Assert.Contains("Ley N° 27693", draft.Find("article").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("00000001", draft.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_number_stands_with_its_source_and_a_rate_is_entered()
    {
        var page = Show<AmlNumbersPage>(Role.Lead, "/aml/numbers");
        page.WaitForAssertion(() => Assert.Contains("DS N° 020-2017-JUS", page.Markup, StringComparison.Ordinal));
        Assert.Contains("To be confirmed by the compliance officer", page.Markup, StringComparison.Ordinal);

        page.Act(() => page.Find("#rate-value"), element => element.Change("0"));
        page.Act(() => page.Find("#rate-source"), element => element.Change("SBS"));
        page.Act(() => page.Find("form"), element => element.Submit());
        page.WaitForAssertion(() => Assert.Contains("Soles for a dollar, 0.5 to 50", page.Find("#rate-fault").TextContent, StringComparison.Ordinal));
        page.Act(() => page.Find("#rate-value"), element => element.Change("3.7512"));
        page.Act(() => page.Find("form"), element => element.Submit());

        page.WaitForAssertion(() => Assert.Contains("3.7512", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
        await Context.DisposeComponentsAsync();
        var auditor = Show<AmlNumbersPage>(Role.Auditor, "/aml/numbers");
        auditor.WaitForElement("tbody tr");
        Assert.Empty(auditor.FindAll("#rate-value"));
    }

    private async Task<string> CountedAsync()
    {
        var placed = await PaidAsync();
        Time.Advance(CountPayments.Behind);
        await Get<CountPayments>().RunAsync(Ct);
        return placed.OrderId;
    }
}
