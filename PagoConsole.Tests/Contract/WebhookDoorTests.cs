using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>The door's own answers, row by row of the contract's table and in its order.</summary>
[Collection(ContractCollection.Name)]
public sealed class WebhookDoorTests(ContractConsole contract)
{
    private readonly WebhookSender sender = contract.PagoEfectivo;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("not hex")]
    public async Task A_missing_or_wrong_signature_is_401(string? signature)
    {
        var body = WebhookSender.New("payment.paid", "pay_x", "MP-x").ToJsonString();

        Refused(await sender.SendUnsignedAsync(body, signature is null ? [] : [("X-Signature", signature)]), 401, "4001");
    }

    [Fact]
    public async Task A_body_changed_after_signing_is_401()
    {
        var body = WebhookSender.New("payment.paid", "pay_x", "MP-x").ToJsonString();

        Refused(await sender.SendUnsignedAsync(body + " ", ("X-Signature", Signatures.OfWebhook(WebhookSender.DemoSecret, body))), 401, "4001");
    }

    [Fact]
    public async Task A_signature_of_another_secret_is_401() =>
        Refused(await new WebhookSender(contract.Console, "another-secret").SendAsync(WebhookSender.New("payment.expired", "pay_x", "MP-x")), 401, "4001");

    [Fact]
    public async Task Any_of_the_configured_secrets_is_right()
    {
        var placed = await contract.Marketplace.PayableAsync();

        Taken(await new WebhookSender(contract.Console, ContractConsole.OlderWebhookSecret).SendAsync(WebhookSender.Event("payment.paid", placed)));

        await contract.Marketplace.UntilAsync(PagoClient.Id(placed), "Paid");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("paid=1")]
    public async Task What_is_no_JSON_object_is_400(string body) => Refused(await sender.SendTextAsync(body), 400, "4000");

    [Theory]
    [InlineData("event_id", null)]
    [InlineData("event_id", "\"\"")]
    [InlineData("event_id", "17")]
    [InlineData("type", null)]
    [InlineData("type", "{}")]
    [InlineData("data", null)]
    [InlineData("data", "[]")]
    [InlineData("data.payment_id", null)]
    [InlineData("data.payment_id", "5")]
    [InlineData("data.amount", null)]
    [InlineData("data.amount", "\"many\"")]
    [InlineData("data.amount", "true")]
    [InlineData("data.currency", null)]
    [InlineData("data.currency", "604")]
    public async Task A_missing_or_mistyped_field_is_400_and_named(string field, string? json)
    {
        var whole = WebhookSender.New("payment.paid", "pay_x", "MP-x").With("data.amount", "129.90").With("data.currency", "PEN");

        var answer = await sender.SendAsync(json is null ? whole.Without(field) : whole.With(field, JsonNode.Parse(json)));

        Refused(answer, 400, "4000");
        Assert.StartsWith(field, answer.Json.Text("field"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_money_no_amount_is_needed()
    {
        var placed = await contract.Marketplace.PayableAsync();

        Taken(await sender.SendAsync(WebhookSender.New("payment.expired", PagoClient.PaymentId(placed), PagoClient.Id(placed))));

        await contract.Marketplace.UntilAsync(PagoClient.Id(placed), "Expired");
    }

    [Fact]
    public async Task Over_64_KiB_is_413_whatever_it_says()
    {
        var large = WebhookSender.New("payment.paid", "pay_x", "MP-x").With("data.note", new string('x', 70_000)).ToJsonString();

        (await sender.SendTextAsync(large)).Expect(413);
        (await sender.SendUnsignedAsync(large)).Expect(413);
    }

    [Fact]
    public async Task Just_under_64_KiB_is_taken()
    {
        var body = WebhookSender.New("payment.expired", "pay_x", "MP-x");
        var room = 64 * 1024 - body.With("data.note", "").ToJsonString().Length;

        Taken(await sender.SendAsync(body.With("data.note", new string('x', room))));
    }

    [Fact]
    public async Task The_signature_is_looked_at_before_the_body() => Refused(await sender.SendUnsignedAsync("{"), 401, "4001");

    [Fact]
    public async Task An_event_that_comes_again_is_answered_as_a_duplicate()
    {
        var body = WebhookSender.New("payment.expired", "pay_unknown", "MP-unknown");
        Taken(await sender.SendAsync(body));

        Duplicate(await sender.SendAsync(body));
        Duplicate(await sender.SendAsync(body.With("data.status", "paid")));
    }

    [Fact]
    public async Task One_event_that_arrives_many_times_together_is_taken_once()
    {
        var placed = await contract.Marketplace.PayableAsync();
        var body = WebhookSender.Event("payment.paid", placed);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => sender.SendAsync(body)));

        Assert.All(answers, answer => answer.Expect(200));
        Assert.Equal(1, answers.Count(answer => answer["duplicate"] is null));
        var callbacks = await contract.Sandbox.CallbacksUntilAsync(PagoClient.Id(placed), "order.paid");
        Assert.Single(callbacks, callback => callback.Type == "order.paid");
    }

    [Fact]
    public async Task An_unknown_type_is_kept_and_changes_nothing()
    {
        var placed = await contract.Marketplace.PayableAsync();

        Taken(await sender.SendAsync(WebhookSender.New("payment.chargeback", PagoClient.PaymentId(placed), PagoClient.Id(placed))));

        await contract.LetEverythingSettleAsync();
        Assert.Equal("AwaitingPayment", await contract.Marketplace.StatusAsync(PagoClient.Id(placed)));
    }

    [Fact]
    public async Task An_unknown_payment_is_kept() =>
        Taken(await sender.SendAsync(
            WebhookSender.New("payment.paid", "pay_nobody_knows", "MP-nobody-knows").With("data.amount", 10).With("data.currency", "PEN")));

    [Fact]
    public async Task Unknown_fields_are_ignored() =>
        Taken(await sender.SendAsync(WebhookSender.New("payment.expired", "pay_x", "MP-x").With("api_version", "2").With("data.bank", "BCP")));

    [Fact]
    public async Task The_door_takes_POST_only()
    {
        var answer = await Http.GetAsync(new Uri(contract.Console.Address, "/webhook/pagoefectivo"));

        Assert.True(answer.Code is 404 or 405, answer.Body);
    }

    private static void Taken(Answer answer)
    {
        answer.Expect(200);
        Assert.Equal("true", answer.Json.Text("received"));
        Assert.Null(answer["duplicate"]);
    }

    private static void Duplicate(Answer answer)
    {
        answer.Expect(200);
        Assert.Equal("true", answer.Json.Text("received"));
        Assert.Equal("true", answer.Json.Text("duplicate"));
    }

    private static void Refused(Answer answer, int status, string code)
    {
        answer.Expect(status);
        Assert.Equal(code, answer.Json.Text("code"));
        Assert.False(string.IsNullOrEmpty(answer.Json.Text("message")), answer.Body);
    }
}
