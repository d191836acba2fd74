using System.IO.Compression;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Accounts;
using PagoConsole.Audit;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Privacy;
using PagoConsole.Shared;

namespace PagoConsole.Tests.Components;

public sealed class AuditPageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_audit_tells_who_did_what_and_its_detail_says_it_whole()
    {
        await Get<AddToList>().RunAsync(ListEffect.Block, ListedKind.Phone, "987654321", "Chargeback, call 987654321", null, Analyst, Ct);
        await HeldAsync();

        var page = Show<AuditPage>(Role.Auditor, ConsoleUrls.Audit());
        page.WaitForAssertion(() => Assert.Contains("analyst", Assert.Single(page.FindAll("tbody tr")).TextContent, StringComparison.Ordinal), Patience);
        var href = page.Find("tbody tr a").GetAttribute("href")!;
        Context.Services.GetRequiredService<NavigationManager>().NavigateTo(href);

        page.WaitForAssertion(() => Assert.Contains("The entry fits its hash", page.Find("aside").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("Chargeback, call •••321", page.Find("aside").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("987654321", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_stand_apart_from_people()
    {
        await HeldAsync();

        var page = Show<AuditPage>(Role.Admin, ConsoleUrls.Audit());
        page.WaitForAssertion(() => Assert.Contains("No entries", page.Markup, StringComparison.Ordinal), Patience);
        Context.Services.GetRequiredService<NavigationManager>().NavigateTo(ConsoleUrls.Audit(new AuditQuery { Who = Core.Evidence.Audit.AuditWho.Keys }));

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")), Patience);
    }

    [Fact]
    public void The_inventory_is_searched_by_any_of_its_words()
    {
        var page = Show<InventoryPage>(Role.Auditor, ConsoleUrls.PersonalData("bank account finance"));

        Assert.Contains("money_payees.json:account", Assert.Single(page.FindAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(ConsoleUrls.PersonExportPath, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looked_is_found_by_the_persons_document_which_stands_in_no_address()
    {
        var order = NewOrder();
        await PlaceAsync(order);
        await Get<UnmaskOrder>().RunAsync(order.OrderId, "a call from the buyer", Person("Lea"), Ct);

        var page = Show<AccessPage>(Role.Auditor, ConsoleUrls.AccessLog());
        page.WaitForAssertion(() => Assert.Contains("a call from the buyer", page.Find("tbody tr").TextContent, StringComparison.Ordinal), Patience);
        page.Act(() => page.Find("#sought-by"), e => e.Change("Document"));
        page.Act(() => page.Find("#sought"), e => e.Change("DNI 99999999"));
        page.Act(() => page.Find("form.person"), e => e.Submit());
        page.WaitForAssertion(() => Assert.Contains("Nobody", page.Markup, StringComparison.Ordinal), Patience);
        page.Act(() => page.Find("#sought"), e => e.Change(order.Account.DocumentNumber!));
        page.Act(() => page.Find("form.person"), e => e.Submit());

        page.WaitForAssertion(() => Assert.Contains("Lea", page.Find("tbody tr").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_lead_gathers_one_persons_data_and_saves_them()
    {
        var order = NewOrder();
        await PlaceAsync(order);

        var page = Show<PersonExportPage>(Role.Lead, ConsoleUrls.PersonExportPath);
        page.Act(() => page.Find("#export-person"), e => e.Change(order.Account.DocumentNumber!));
        page.Act(() => page.Find("form.export"), e => e.Submit());
        page.WaitForAssertion(() => Assert.NotEmpty(page.Find("#export-fault").TextContent), Patience); // no reason yet
        page.Act(() => page.Find("#export-reason"), e => e.Change("their letter, with a copy of the DNI"));
        page.Act(() => page.Find("form.export"), e => e.Submit());

        page.WaitForAssertion(() => Assert.Contains("1 orders, 1 accounts", page.Find("section.done").TextContent, StringComparison.Ordinal), Patience);
        page.Press(() => page.Find("section.done button"));
        page.WaitForAssertion(() => Assert.Contains(Context.JSInterop.Invocations, call => call.Identifier == "pago.save"), Patience);
    }

    [Fact]
    public void What_somebody_told_is_text_on_the_page_that_they_are_given()
    {
        var told = new JsonArray(new JsonObject { ["orderId"] = "MP-1", ["content"] = new JsonObject { ["fullName"] = "<script>alert(1)</script>" } });
        var file = new PersonFile(Time.GetUtcNow(), SoughtBy.Account, told, [], [], [], [], [new PersonAttachment("a.pdf", [1, 2])], false);

        using var zip = new ZipArchive(Context.Services.GetRequiredService<PersonArchive>().Write(file));
        using var page = new StreamReader(zip.GetEntry("personal-data.html")!.Open());
        var html = page.ReadToEnd();

        Assert.Equal(["personal-data.html", "personal-data.json", "files/a.pdf"], zip.Entries.Select(entry => entry.FullName));
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_masked_until_a_reason_is_given()
    {
        var order = NewOrder();
        await PlaceAsync(order);

        var page = Show<AccountPage>(Role.Analyst, ConsoleUrls.Account(order.Account.Id), ("AccountId", order.Account.Id));
        page.WaitForAssertion(() => Assert.Contains("A. Q.", page.Markup, StringComparison.Ordinal), Patience);
        page.Press(() => page.FindAll("button").First(button => button.TextContent.Trim() == "Show"));
        page.Act(() => page.Find("#note"), e => e.Input("the buyer is on the phone"));
        page.Press(() => page.FindAll(".mud-dialog button").Last());

        page.WaitForAssertion(() => Assert.Contains("Ana Quispe", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Who_may_not_see_personal_data_is_offered_no_button()
    {
        var order = NewOrder();
        await PlaceAsync(order);

        var page = Show<AccountPage>(Role.Auditor, ConsoleUrls.Account(order.Account.Id), ("AccountId", order.Account.Id));

        page.WaitForAssertion(() => Assert.Contains("A. Q.", page.Markup, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Show");
    }
}
