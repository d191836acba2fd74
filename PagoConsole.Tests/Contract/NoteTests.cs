using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>What the marketplace tells us about an order or an account without changing the order's state.</summary>
[Collection(ContractCollection.Name)]
public sealed class NoteTests(ContractConsole contract)
{
    private readonly PagoClient marketplace = contract.Marketplace;

    [Theory]
    [InlineData("dispute")]
    [InlineData("label")]
    public async Task It_is_kept_and_changes_no_state(string action)
    {
        var id = PagoClient.Id(await contract.PaidAsync());
        var before = Timeline(await marketplace.ReadAsync(id)).Count;

        var answer = (await marketplace.ActAsync(id, action, ActionJson.For(action))).Expect(200);

        Assert.Equal("Paid", answer.Json.Text("status"));
        Assert.True(Timeline(await marketplace.ReadAsync(id)).Count > before, "The timeline does not tell of it.");
    }

    [Theory]
    [InlineData("dispute")]
    [InlineData("label")]
    public async Task Saying_it_again_changes_nothing(string action)
    {
        var id = PagoClient.Id(await contract.PaidAsync());
        var body = ActionJson.For(action);
        (await marketplace.ActAsync(id, action, body)).Expect(200);
        var before = Timeline(await marketplace.ReadAsync(id)).Count;

        (await marketplace.ActAsync(id, action, body)).Expect(200);

        Assert.Equal(before, Timeline(await marketplace.ReadAsync(id)).Count);
    }

    [Fact]
    public async Task A_dispute_needs_only_its_reason_and_when()
    {
        var id = PagoClient.Id(await contract.PaidAsync());

        (await marketplace.ActAsync(id, "dispute", ActionJson.Dispute().Without("dueAt").Without("amount"))).Expect(200);
    }

    [Fact]
    public async Task A_label_can_be_corrected()
    {
        var id = PagoClient.Id(await contract.PaidAsync());
        (await marketplace.ActAsync(id, "label", ActionJson.Label(fraud: true))).Expect(200);

        (await marketplace.ActAsync(id, "label", ActionJson.Label(fraud: false))).Expect(200);
    }

    [Fact]
    public async Task Information_that_nobody_asked_for_is_409()
    {
        var held = await marketplace.PlacedAsync(OrderJson.OfNewAccount());

        (await marketplace.ActAsync(PagoClient.Id(held), "information", ActionJson.For("information"))).ExpectProblem(409);
    }

    [Fact]
    public async Task A_login_is_taken()
    {
        (await marketplace.LoginAsync(ActionJson.Login())).Expect(202);
        (await marketplace.LoginAsync(ActionJson.Login().With("success", false).With("ip", "2001:db8::7"))).Expect(202);
    }

    [Theory]
    [InlineData("accountId", null)]
    [InlineData("accountId", "\"\"")]
    [InlineData("accountId", "5")]
    [InlineData("ip", null)]
    [InlineData("ip", "\"nowhere\"")]
    [InlineData("at", null)]
    [InlineData("at", "\"now\"")]
    [InlineData("success", null)]
    [InlineData("success", "\"yes\"")]
    public async Task A_faulty_login_is_refused_and_its_field_named(string field, string? json)
    {
        var login = json is null ? ActionJson.Login().Without(field) : ActionJson.Login().With(field, JsonNode.Parse(json));

        (await marketplace.LoginAsync(login)).ExpectProblem(400, field);
    }

    private static JsonArray Timeline(Answer read) => read.Expect(200)["timeline"]!.AsArray();
}
