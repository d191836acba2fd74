using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence.Packs;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.People;
using PagoConsole.Orders;

namespace PagoConsole.Tests.Components;

public sealed class EvidenceCardTests : PageTest
{
    [Fact]
    public async Task It_shows_each_link_and_names_what_is_missing()
    {
        var order = await PaidAsync();

        var page = Show<OrderDetailPage>(Role.Auditor, $"/orders/{order.OrderId}", ("OrderId", order.OrderId));

        page.WaitForAssertion(() => Assert.Contains("Paid, and no proof of delivery.", page.Find(".gaps").TextContent, StringComparison.Ordinal));
        Assert.Contains("Paid, and no shipment was told.", page.Find(".gaps").TextContent, StringComparison.Ordinal);
        Assert.Equal(8, page.FindAll("ol.links li").Count);
        Assert.Contains("/evidence/pack?order=", page.Find("a[href^='/evidence/pack']").GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "With personal data…");

        await Get<ShipOrder>().RunAsync(order.OrderId, new ShipmentContent("Olva Courier", "OL-1", Time.GetUtcNow()), Marketplace, "req_1", Ct);

        page.WaitForAssertion(() => Assert.DoesNotContain("no shipment was told", page.Find(".gaps").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pack_with_personal_data_takes_a_reason_which_is_in_no_address()
    {
        var order = await PaidAsync();
        var page = Show<OrderDetailPage>(Role.Lead, $"/orders/{order.OrderId}", ("OrderId", order.OrderId));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("ol.links")));

        page.Press(() => page.FindAll("button").Single(button => button.TextContent.Trim() == "With personal data…"));
        page.Press(() => page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Make it"));
        Assert.Equal("true", page.Find("textarea").GetAttribute("aria-invalid"));
        page.Act(() => page.Find("textarea"), element => element.Input("Court file 12"));
        page.Press(() => page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Make it"));

        var address = Context.Services.GetRequiredService<NavigationManager>().Uri;
        Assert.Contains("/evidence/pack?ticket=", address, StringComparison.Ordinal);
        var lead = new Actor(ActorKind.Person, $"usr_{Role.Lead}", "Lead", RolePermissions.Of(Role.Lead));
        Assert.Equal(new PackRequest(order.OrderId, Whole: true, "Court file 12"), Get<PackTickets>().Take(Uri.UnescapeDataString(address.Split("ticket=")[1]), lead));
        Assert.DoesNotContain("Court", address, StringComparison.Ordinal);
    }
}
