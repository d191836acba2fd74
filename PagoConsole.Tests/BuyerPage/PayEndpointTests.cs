using System.Net;
using System.Text.Json.Nodes;
using PagoConsole.Tests.Hosting;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.BuyerPage;

/// <summary>The buyer's page over HTTP, without a browser.</summary>
public sealed class PayEndpointTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly RunningHost host = shared.Host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PagoClient Marketplace => new(() => host.Http.BaseAddress!);

    [Fact]
    public async Task It_is_light_says_where_to_pay_and_tells_nobody_of_the_buyer()
    {
        var asked = OrderJson.New(amount: 1299.90m);
        var order = await Marketplace.PayableAsync(asked);
        using var answer = await GetAsync(order.Text("buyerPageUrl")!, "es-PE,es;q=0.9");

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(order.Text("payment.cip")!, page, StringComparison.Ordinal);
        Assert.Contains("S/ 1,299.90", page, StringComparison.Ordinal);
        Assert.Contains("Paga con este código", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"es-PE\">", page, StringComparison.Ordinal);
        Assert.Matches(@"(lunes|martes|miércoles|jueves|viernes|sábado|domingo) \d+ de \w+, \d\d:\d\d", page);
        Assert.Contains("href=\"https://shop.example/thanks\" rel=\"noreferrer\"", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 1000, 10_000);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<script[^>]*>[^<]", page);
        foreach (var personal in (string[])["account.email", "account.phone", "account.documentNumber", "account.fullName", "account.id", "ip", "shippingAddress.line1"])
            Assert.DoesNotContain(asked.Text(personal)!, page, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("noindex, nofollow", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_asks_our_own_state_and_answers_only_what_is_new()
    {
        var order = await Marketplace.PayableAsync();
        var address = order.Text("buyerPageUrl")!;
        using var before = await GetAsync(address + "?status=paid&result=ok", "en");
        Assert.Contains("Pay with this code", await before.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var same = await GetAsync(address, "en", before.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        (await Http.PostAsync(new Uri(host.Http.BaseAddress!, $"/sandbox/payments/{PagoClient.PaymentId(order)}/pay"), new JsonObject())).Expect(200);
        await Marketplace.UntilAsync(PagoClient.Id(order), "Paid");

        using var paid = await GetAsync(address, "en", before.Headers.ETag!.Tag);
        var page = WebUtility.HtmlDecode(await paid.Content.ReadAsStringAsync(Ct));
        Assert.Contains("Paid. Thank you!", page, StringComparison.Ordinal);
        Assert.DoesNotContain(order.Text("payment.cip")!, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es-MX", "Estamos revisando tu pedido")]
    [InlineData("fr", "Estamos revisando tu pedido")]
    [InlineData("en-GB", "We are checking your order")]
    [InlineData("zh-CN", "正在审核您的订单")]
    public async Task While_it_is_reviewed_nothing_is_to_be_paid(string language, string words)
    {
        var order = await Marketplace.PlacedAsync(OrderJson.OfNewAccount());
        using var answer = await GetAsync(order.Text("buyerPageUrl")!, language);

        Assert.Contains(words, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/pay/00000000000000000000000000000000")]
    [InlineData("/pay/x")]
    [InlineData("/pay/%20%20")]
    [InlineData("/pay/' OR 1=1 --")]
    public async Task An_unknown_address_is_404_in_plain_words(string path)
    {
        using var answer = await GetAsync(path, "es");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("No conocemos esta dirección", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Its_parts_are_few_and_small()
    {
        Assert.InRange((await host.Http.GetByteArrayAsync("/pay.css", Ct)).Length, 500, 5000);
        Assert.InRange((await host.Http.GetByteArrayAsync("/pay.js", Ct)).Length, 500, 4000);
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string language, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await host.Http.SendAsync(request, Ct);
    }
}
