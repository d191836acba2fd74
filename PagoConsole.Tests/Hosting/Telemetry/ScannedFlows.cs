using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PagoConsole.Tests.Infrastructure;
using PagoConsole.Tests.Contract;

namespace PagoConsole.Tests.Hosting.Telemetry;

/// <summary>What marketplaces, PagoEfectivo, people and strangers do, well and badly.</summary>
internal sealed class ScannedFlows(RunningHost host, ScannedBuyer buyer)
{
    private readonly PagoClient marketplace = new(() => host.Http.BaseAddress!, ScannedBuyer.ApiKey);
    private readonly WebhookSender pago = new(() => host.Http.BaseAddress!, ScannedBuyer.WebhookSecret);

    /// <summary>Problem details and other refusals.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>What the marketplace is told happened.</summary>
    public List<string> Timelines { get; } = [];

    /// <summary>Of buyers' pages and sessions.</summary>
    public List<string> Tokens { get; } = [];

    /// <summary>Goes all ways.</summary>
    /// <returns>The order that was paid.</returns>
    public async Task<string> RunAsync()
    {
        var paid = await PaidAsync();
        await HeldAsync();
        await RefusedAsync();
        await DeliveriesAsync(paid);
        await FaultsAsync();
        await PeopleAsync();
        return PagoClient.Id(paid);
    }

    private async Task<JsonNode> PaidAsync()
    {
        var order = await marketplace.PayableAsync(buyer.Order());
        var id = PagoClient.Id(order);
        Tokens.Add(order.Text("buyerPageUrl")!.Split('/')[^1]);
        (await Http.GetAsync(new Uri(order.Text("buyerPageUrl")!), ("User-Agent", buyer.UserAgent))).Expect(200);
        (await Http.PostAsync(At($"/sandbox/payments/{PagoClient.PaymentId(order)}/pay"), new JsonObject())).Expect(200);
        await marketplace.UntilAsync(id, "Paid");
        (await marketplace.ActAsync(id, "shipment", ActionJson.Shipment())).Expect(200);
        (await marketplace.ActAsync(id, "delivery", ActionJson.Delivery().With("receivedBy", buyer.Receiver))).Expect(200);
        (await marketplace.ActAsync(id, "dispute", ActionJson.Dispute().With("reason", buyer.Words))).Expect(200);
        (await marketplace.ActAsync(id, "label", ActionJson.Label(fraud: true).With("source", "desk"))).Expect(200);
        (await marketplace.ActAsync(id, "refund", ActionJson.Refund(10m).With("reason", buyer.Words))).Expect(200);
        await Eventually.IsTrueAsync("the marketplace to be told", async () =>
            (await Http.GetAsync(At($"/sandbox/marketplace/callbacks?orderId={id}"))).Body.Contains("order.paid", StringComparison.Ordinal));
        Timelines.AddRange((await marketplace.ReadAsync(id)).Json["timeline"]!.AsArray().Select(entry => entry!.ToJsonString()));
        return order;
    }

    private async Task HeldAsync()
    {
        var held = PagoClient.Id(await marketplace.PlacedAsync(buyer.Order(held: true)));
        await marketplace.ActAsync(held, "information", new JsonObject { ["text"] = buyer.Words });
        (await marketplace.ActAsync(held, "cancel", new JsonObject { ["reason"] = buyer.Words })).Expect(200);
        Timelines.Add((await marketplace.ReadAsync(held)).Json["timeline"]!.ToJsonString());
        (await marketplace.LoginAsync(ActionJson.Login().With("ip", buyer.Ip))).Expect(202);
    }

    private async Task RefusedAsync()
    {
        foreach (var (path, value) in ((string, JsonNode)[])[("account.email", buyer.Words), ("ip", buyer.Ip + "x"), ("account.documentNumber", 40718293), ("amount", -1), ("account", buyer.Email)])
            Keep(await marketplace.PlaceAsync(buyer.Order().With(path, value)));
        Keep(await marketplace.PlaceTextAsync($"{{ \"orderId\": \"{buyer.Email}\", "));
        var order = buyer.Order();
        await marketplace.PlacedAsync(order);
        Keep(await marketplace.PlaceAsync(order.With("amount", 7)));
        Keep(await new PagoClient(() => host.Http.BaseAddress!, ScannedBuyer.WrongKey).PlaceAsync(buyer.Order()));
        Keep(await marketplace.ActAsync("never", "refund", ActionJson.Refund(1m).With("reason", buyer.Words)));
        Keep(await Http.GetAsync(At($"/hubs/events?access_token={ScannedBuyer.WrongKey}")));
        Keep(await Http.PostAsync(At($"/hubs/events/negotiate?access_token={ScannedBuyer.ApiKey}&after=x"), new JsonObject()));
    }

    private async Task DeliveriesAsync(JsonNode paid)
    {
        var body = WebhookSender.Event("payment.paid", paid).With("data.customer", buyer.Words).ToJsonString();
        Keep(await Http.PostAsync(At("/webhook/pagoefectivo"), body, ("X-Signature", "00"), ("User-Agent", buyer.UserAgent)));
        Keep(await pago.SendTextAsync($"{{ \"event_id\": \"{buyer.Email}"));
        Keep(await pago.SendAsync(WebhookSender.New("payment.blessed", "pay_none", "none").With("data.customer", buyer.Words)));
        Keep(await pago.SendAsync(WebhookSender.Event("payment.paid", paid).With("data.amount", "1.00")));
    }

    private async Task FaultsAsync()
    {
        (await Http.PutAsync(At("/sandbox/faults"), new JsonObject { ["errorRate"] = 1 })).Expect(200);
        await marketplace.PlacedAsync(buyer.Order());
        (await Http.PutAsync(At("/sandbox/faults"), new JsonObject())).Expect(200);
    }

    private async Task PeopleAsync()
    {
        await Http.GetAsync(At("/orders?search=" + Uri.EscapeDataString(buyer.Email)));
        await Http.GetAsync(At("/pay/00000000000000000000000000000000"), ("User-Agent", buyer.UserAgent));
        await SignInAsync(ScannedBuyer.StrangeEmail, ScannedBuyer.WrongPassword);
        await SignInAsync("analyst@demo.pe", ScannedBuyer.WrongPassword);
        await SignInAsync("analyst@demo.pe", "Demo-1234!");
    }

    private async Task SignInAsync(string email, string password)
    {
        var form = await Http.GetAsync(At("/sign-in"), ("Accept", "text/html"));
        var cookie = form.Headers["Set-Cookie"].Split(';')[0];
        var fields = Regex.Matches(form.Body, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"").ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        fields["Input.Email"] = email;
        fields["Input.Password"] = password;
        using var request = new HttpRequestMessage(HttpMethod.Post, At("/sign-in")) { Content = new FormUrlEncodedContent(fields), Headers = { { "Cookie", cookie } } };
        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Tokens.Add(cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            Tokens.AddRange(set.Select(one => one.Split(';')[0]).Select(one => one[(one.IndexOf('=', StringComparison.Ordinal) + 1)..]).Where(value => value.Length > 20));
    }

    private void Keep(Answer answer) => Problems.Add($"{answer.Code} {answer.Body} {string.Join(' ', answer.Headers.Select(header => $"{header.Key}={header.Value}"))}");

    private Uri At(string path) => new(host.Http.BaseAddress!, path);
}
