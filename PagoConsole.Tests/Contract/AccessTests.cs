using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class AccessTests(ContractConsole contract)
{
    public static TheoryData<string, string> Doors => new()
    {
        { "POST", "/api/v1/orders" },
        { "GET", "/api/v1/orders/MP-1" },
        { "POST", "/api/v1/orders/MP-1/cancel" },
        { "POST", "/api/v1/orders/MP-1/shipment" },
        { "POST", "/api/v1/orders/MP-1/delivery" },
        { "POST", "/api/v1/orders/MP-1/refund" },
        { "POST", "/api/v1/orders/MP-1/dispute" },
        { "POST", "/api/v1/orders/MP-1/label" },
        { "POST", "/api/v1/orders/MP-1/information" },
        { "POST", "/api/v1/logins" },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Without_a_key_every_door_answers_401(string method, string path) => (await CallAsync(method, path)).ExpectProblem(401);

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task With_a_wrong_key_every_door_answers_401(string method, string path) =>
        (await CallAsync(method, path, ("Authorization", "Bearer not-a-key"))).ExpectProblem(401);

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic ZGVtbzpkZW1v")]
    [InlineData("demo-marketplace-key")]
    [InlineData("Bearer DEMO-MARKETPLACE-KEY")]
    public async Task A_malformed_authorization_is_401(string value) =>
        (await CallAsync("GET", "/api/v1/orders/MP-1", ("Authorization", value))).ExpectProblem(401);

    [Fact]
    public async Task The_key_is_read_from_the_header_only() =>
        (await CallAsync("GET", $"/api/v1/orders/MP-1?access_token={PagoClient.DemoKey}")).ExpectProblem(401);

    [Fact]
    public async Task An_unknown_path_of_the_api_is_a_problem_and_not_a_page() =>
        (await contract.Marketplace.GetAsync("/api/v1/nothing-here")).Expect(404);

    [Fact]
    public async Task Every_answer_has_a_request_id_of_its_own()
    {
        var one = (await contract.Marketplace.ReadAsync("never-1")).ExpectProblem(404)["requestId"]!.ToString();
        var two = (await contract.Marketplace.ReadAsync("never-1")).ExpectProblem(404)["requestId"]!.ToString();

        Assert.NotEqual(one, two);
    }

    [Fact]
    public async Task The_reference_describes_every_door()
    {
        var document = (await Http.GetAsync(At("/openapi/v1.json"))).Expect(200).Json;

        var paths = document["paths"]!.AsObject();
        string[] wanted =
        [
            "/api/v1/orders", "/api/v1/orders/{orderId}", "/api/v1/orders/{orderId}/cancel", "/api/v1/orders/{orderId}/shipment",
            "/api/v1/orders/{orderId}/delivery", "/api/v1/orders/{orderId}/refund", "/api/v1/orders/{orderId}/dispute",
            "/api/v1/orders/{orderId}/label", "/api/v1/orders/{orderId}/information", "/api/v1/logins",
        ];
        Assert.Empty(wanted.Except(paths.Select(path => path.Key)));
        var place = paths["/api/v1/orders"]!["post"]!;
        Assert.NotNull(place["requestBody"]);
        foreach (var status in (string[])["200", "201", "400", "401", "409"])
            Assert.True(place["responses"]!.AsObject().ContainsKey(status), $"POST /api/v1/orders does not tell of {status}");
        Assert.Contains("Idempotency-Key", place.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reference_can_be_read_and_loads_nothing_from_elsewhere()
    {
        var page = await Http.GetAsync(At("/docs"));
        if (page.Code is 301 or 302 or 307 or 308) page = await Http.GetAsync(new Uri(At("/docs"), page.Headers["Location"]));

        page.Expect(200);
        Assert.Equal("text/html", page.ContentType);
        Assert.DoesNotMatch("""(src|href)\s*=\s*["']?(https?:)?//""", page.Body);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told_to_everybody(string path) => (await Http.GetAsync(At(path))).Expect(200);

    [Fact]
    public async Task A_page_asks_for_sign_in()
    {
        var answer = await Http.GetAsync(At("/orders"));

        Assert.Equal(302, answer.Code);
        Assert.DoesNotContain("demo", answer.Body, StringComparison.OrdinalIgnoreCase);
    }

    private Uri At(string path) => new(contract.Console.Address, path);

    private Task<Answer> CallAsync(string method, string path, params (string Name, string Value)[] headers) =>
        method == "GET" ? Http.GetAsync(At(path), headers) : Http.PostAsync(At(path), new JsonObject(), headers);
}
