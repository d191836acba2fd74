using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class TuningJourneys(ConsoleBrowser browser)
{
    [Theory]
    [InlineData("en")]
    [InlineData("es-PE")]
    [InlineData("zh-Hans")]
    public Task An_admin_lowers_a_threshold_publishes_sees_it_act_and_takes_it_back(string language) => browser.VisitAsync(
        async visit =>
        {
            var before = await VersionAsync("AwaitingPayment");
            var desk = await RuleDraftDesk.OpenAsync(visit, language);

            await desk.SetAsync("new-account-high-value", "fromPen", "600");
            await visit.CheckAccessibilityAsync();
            await desk.PublishAsync("Fraud on new accounts");
            Assert.Equal(before + 1, await VersionAsync("InReview"));

            await desk.TakeBackAsync(before);
            Assert.Equal(before + 2, await VersionAsync("AwaitingPayment"));
        },
        new VisitSetup(Language: language == "zh-Hans" ? "zh-CN" : language));

    /// <summary>Places an order of 700 soles from a new account and tells which version judged it.</summary>
    private async Task<int> VersionAsync(string status)
    {
        var order = await browser.Marketplace.PlacedAsync(OrderJson.OfNewAccount(700m));
        Assert.Equal(status, order.Text("status"));
        return int.Parse(order.Text("decision.ruleSetVersion")!, null);
    }
}
