using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>Networks, trusted proxies, floods and rate limits: each test has a console of its own, set up for it.</summary>
public sealed class DoorGuardTests
{
    [Fact]
    public async Task A_sender_outside_the_allowed_networks_is_403_before_anything_else()
    {
        await using var console = await ConsoleProcess.StartAsync(
            ("PagoEfectivo__AllowedNetworks__0", "10.0.0.0/8"), ("PagoEfectivo__AllowedNetworks__1", "2001:db8::/32"));
        var sender = new WebhookSender(console);
        var body = WebhookSender.New("payment.expired", "pay_x", "MP-x");

        Refused(await sender.SendAsync(body));
        Refused(await sender.SendUnsignedAsync("{"));
        Refused(await sender.SendTextAsync(body.ToJsonString(), ("X-Forwarded-For", "10.1.2.3")));
    }

    [Fact]
    public async Task A_trusted_proxy_is_believed_about_the_sender()
    {
        await using var console = await ConsoleProcess.StartAsync(
            ("PagoEfectivo__AllowedNetworks__0", "10.0.0.0/8"),
            ("PagoEfectivo__AllowedNetworks__1", "2001:db8::/32"),
            ("Network__TrustedProxies__0", "127.0.0.1"));
        var sender = new WebhookSender(console);

        foreach (var inside in (string[])["10.1.2.3", "2001:db8::7", "::ffff:10.1.2.3", "203.0.113.9, 10.9.9.9"])
            (await sender.SendTextAsync(WebhookSender.New("payment.expired", "pay_x", "MP-x").ToJsonString(), ("X-Forwarded-For", inside))).Expect(200);
        foreach (var outside in (string[])["11.1.2.3", "2001:db9::7", "10.1.2.3, 11.1.2.3"])
            Refused(await sender.SendTextAsync(WebhookSender.New("payment.expired", "pay_x", "MP-x").ToJsonString(), ("X-Forwarded-For", outside)));
    }

    [Fact]
    public async Task A_flood_of_refused_deliveries_is_429_and_good_ones_still_pass()
    {
        await using var console = await ConsoleProcess.StartAsync();
        var sender = new WebhookSender(console);
        var answers = new List<Answer>();

        for (var batch = 0; batch < 40 && answers.All(answer => answer.Code != 429); batch++)
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => sender.SendUnsignedAsync("{}"))));

        Assert.Contains(answers, answer => answer.Code == 429);
        Assert.All(answers, answer => Assert.True(answer.Code is 401 or 429, $"{answer.Code}: {answer.Body}"));
        for (var n = 0; n < 20; n++)
            (await sender.SendAsync(WebhookSender.New("payment.expired", "pay_x", "MP-x"))).Expect(200);
    }

    [Fact]
    public async Task Too_many_calls_with_one_key_are_429_with_Retry_After()
    {
        await using var console = await ConsoleProcess.StartAsync(("Marketplace__RateLimitPerSecond", "3"));
        var marketplace = new PagoClient(console);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => marketplace.ReadAsync("never")));

        var refused = answers.Where(answer => answer.Code == 429).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer =>
        {
            answer.ExpectProblem(429);
            Assert.True(int.Parse(answer.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture) >= 1);
        });
        await Eventually.IsTrueAsync("the limit to let calls pass again", async () => (await marketplace.ReadAsync("never")).Code == 404);
    }

    private static void Refused(Answer answer) => Assert.Equal("4003", answer.Expect(403).Json.Text("code"));
}
