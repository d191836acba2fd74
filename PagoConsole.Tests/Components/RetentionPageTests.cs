using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence.Holds;
using PagoConsole.Core.Evidence.Retention;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.People;
using PagoConsole.Core.Schedule;
using PagoConsole.Core.Storage;
using PagoConsole.Evidence.Retention;
using PagoConsole.Orders;

namespace PagoConsole.Tests.Components;

public sealed class RetentionPageTests : PageTest
{
    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddJobRunner().AddSingleton<IJobTrigger, NobodyWoken>().AddSchedule();
    }

    [Fact]
    public async Task An_admin_counts_what_is_due_says_why_and_has_it_erased()
    {
        var order = await PaidAsync();
        Time.Advance(TimeSpan.FromDays(7 * 366));
        var page = Show<RetentionPage>(Role.Admin, "/evidence/retention");

        page.Press(() => Button(page, "Count what is due"));
        page.WaitForAssertion(() => Assert.Contains(order.OrderId, page.Find("p.sample").TextContent, StringComparison.Ordinal));
        page.Press(() => Button(page, "Erase"));
        page.Press(() => page.FindAll(".mud-dialog button").Last());
        page.WaitForAssertion(() => Assert.NotEmpty(page.Find("#note-fault").TextContent));
        page.Act(() => page.Find("#note"), note => note.Input("Yearly, by the data officer"));
        page.Press(() => page.FindAll(".mud-dialog button").Last());
        page.WaitForAssertion(() => Assert.Contains("Erasing", page.Markup, StringComparison.Ordinal));
        await Get<JobRunner>().RunAsync("retention", Ct);

        page.WaitForAssertion(() => Assert.Contains("Done", page.FindAll("section.card")[^1].QuerySelector("tbody")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_erased_order_says_under_which_run_wherever_the_data_stood()
    {
        var order = await PaidAsync();
        await Get<Writes>().DoAsync(tx => EraseOrder.RunAsync(tx, order.OrderId, 7, Analyst, Ct), Ct);

        var page = Show<OrderDetailPage>(Role.Lead, $"/orders/{order.OrderId}", (nameof(OrderDetailPage.OrderId), order.OrderId));

        page.WaitForAssertion(() => Assert.Contains("personal data was erased under run 7", page.Markup, StringComparison.Ordinal));
        var buyer = page.FindComponent<BuyerCard>().Markup;
        Assert.Contains("erased under run 7", buyer, StringComparison.Ordinal);
        Assert.DoesNotContain("A. Q.", buyer, StringComparison.Ordinal);
        Assert.DoesNotContain("Unmask", buyer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_order_says_so_and_only_who_may_lifts_the_hold()
    {
        var order = await PaidAsync();
        await Get<PlaceHold>().RunAsync(HeldKind.Order, order.OrderId, "File 12-2026", Analyst, Ct);

        var page = Show<OrderDetailPage>(Role.Analyst, $"/orders/{order.OrderId}", (nameof(OrderDetailPage.OrderId), order.OrderId));

        page.WaitForAssertion(() => Assert.Contains("Under legal hold", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Lift the hold", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_holds_an_order_and_has_to_say_why()
    {
        var order = await PaidAsync();
        var page = Show<RetentionPage>(Role.Lead, "/evidence/retention");

        page.Press(() => Button(page, "Place a legal hold"));
        page.Act(() => page.Find("#hold-value"), field => field.Input(order.OrderId));
        page.Press(() => page.FindAll(".mud-dialog button").Last());
        page.WaitForAssertion(() => Assert.NotEmpty(page.Find("#form-fault").TextContent));
        page.Act(() => page.Find("#hold-reason"), field => field.Input("File 12-2026"));
        page.Press(() => page.FindAll(".mud-dialog button").Last());

        page.WaitForAssertion(() => Assert.Contains("In force", page.Markup, StringComparison.Ordinal));
        Assert.Equal("File 12-2026", await ReadAsync(db => db.Set<LegalHold>().Select(hold => hold.Reason).SingleAsync(Ct)));
    }

    [Fact]
    public void An_auditor_sees_terms_and_may_neither_hold_nor_erase()
    {
        var page = Show<RetentionPage>(Role.Auditor, "/evidence/retention");

        page.WaitForAssertion(() => Assert.Contains("Código de Comercio", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Place a legal hold", page.Markup, StringComparison.Ordinal);
        page.Press(() => Button(page, "Count what is due"));
        page.WaitForAssertion(() => Assert.Contains("Nothing is due", page.Markup, StringComparison.Ordinal));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<PageInFrame<RetentionPage>> page, string words) =>
        page.FindAll("button").First(button => button.TextContent.Trim() == words);

    private sealed class NobodyWoken : IJobTrigger
    {
        public void Wake(string key)
        {
        }
    }
}
