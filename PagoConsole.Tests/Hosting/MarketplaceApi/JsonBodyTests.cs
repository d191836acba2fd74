using System.Text;
using System.Text.Json;
using PagoConsole.Hosting.MarketplaceApi;
using PagoConsole.Hosting.MarketplaceApi.Parsing;

namespace PagoConsole.Tests.Hosting.MarketplaceApi;

/// <summary>Bodies that cannot be read at all, and the few that only look like it.</summary>
public sealed class JsonBodyTests
{
    private const string Good = """{"fraud": true, "source": "desk"}""";

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("<label/>")]
    [InlineData("{\"fraud\": true, \"source\": \"desk\",}")]
    [InlineData("{\"fraud\": true, \"source\": \"desk\"} // note")]
    [InlineData("{\"fraud\": true, \"source\": \"desk\"}{}")]
    [InlineData("{\"fraud\": true, \"source\": \"desk\", \"fraud\": false}")]
    [InlineData("{\"fraud\": true, \"source\": \"desk\", \"\\u0066raud\": false}")]
    [InlineData("{\"fraud\": true, \"source\": \"desk\", \"other\": {\"a\": 1, \"a\": 2}}")]
    [InlineData("{\"fraud\": true, \"source\": \"desk\", \"\\ud800\": 1}")]
    [InlineData("{\"fraud\": NaN, \"source\": \"desk\"}")]
    [InlineData("{'fraud': true}")]
    public async Task What_is_no_JSON_object_is_400(string body) => await RefusedAsync(Encoding.UTF8.GetBytes(body), 400);

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\udc00x\"")]
    [InlineData("\"a\\u0000b\"")]
    public async Task Text_that_no_store_can_keep_is_400_and_its_field_named(string source) =>
        Assert.Contains("\"source\"", await RefusedAsync(Encoding.UTF8.GetBytes($$"""{"fraud": true, "source": {{source}}}"""), 400), StringComparison.Ordinal);

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_400() =>
        await RefusedAsync([.. "{\"fraud\": true, \"source\": \""u8, 0xC3, 0x28, .. "\"}"u8], 400);

    [Fact]
    public async Task A_body_that_says_it_is_compressed_is_415_and_never_unpacked()
    {
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        (http.Request.ContentType, http.Request.Headers.ContentEncoding, http.Request.Body) = ("application/json", "gzip", new MemoryStream([0x1F, 0x8B]));

        var (value, problem) = await JsonBody.ReadAsync(http, body => body.RequiredText("source", 10));

        Assert.Null(value);
        Assert.Equal(415, (await Bodies.AnswerAsync(problem!)).Status);
    }

    [Fact]
    public async Task A_body_of_a_thousand_levels_is_400() =>
        await RefusedAsync(Encoding.UTF8.GetBytes($$"""{"x": {{new string('[', 1000)}}{{new string(']', 1000)}}}"""), 400);

    [Fact]
    public async Task A_body_of_more_than_256_KiB_is_413_and_one_of_exactly_that_is_read()
    {
        var padded = Good + new string(' ', (256 * 1024) - Good.Length);

        Assert.Null((await Bodies.ReadAsync(padded, LabelRequest.Read)).Problem);
        await RefusedAsync(Encoding.UTF8.GetBytes(padded + " "), 413);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Another_content_type_is_415(string? contentType) => await RefusedAsync(Encoding.UTF8.GetBytes(Good), 415, contentType);

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("APPLICATION/JSON;charset=\"UTF-8\"")]
    [InlineData("application/vnd.shop+json")]
    public async Task JSON_by_its_other_names_is_read(string contentType) =>
        Assert.Equal(new LabelRequest(true, "desk"), (await Bodies.ReadAsync(Good, LabelRequest.Read, contentType)).Value);

    [Fact]
    public async Task A_byte_order_mark_is_overlooked() =>
        Assert.Equal(new LabelRequest(true, "desk"), (await Bodies.ReadAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)], LabelRequest.Read)).Value);

    [Fact]
    public async Task Unknown_fields_are_ignored_whatever_they_hold() =>
        Assert.NotNull((await Bodies.ReadAsync("""{"fraud": true, "source": "desk", "Fraud": {"x": [1e99]}}""", LabelRequest.Read)).Value);

    [Fact]
    public async Task Where_a_body_may_be_left_out_nothing_is_as_good_as_an_empty_object()
    {
        Assert.Equal(new CancelRequest(null), (await Bodies.ReadAsync("", CancelRequest.Read, contentType: null, mayBeEmpty: true)).Value);
        Assert.Equal(new CancelRequest("no stock"), (await Bodies.ReadAsync("""{"reason": "no stock"}""", CancelRequest.Read, mayBeEmpty: true)).Value);
    }

    [Fact]
    public async Task A_problem_tells_every_field_once_and_none_of_the_values()
    {
        var (_, problem) = await Bodies.ReadAsync("""{"fraud": "secret-value", "source": 7}""", LabelRequest.Read);

        var (status, body) = await Bodies.AnswerAsync(problem!);

        var answer = JsonElement.Parse(body);
        Assert.Equal((400, "fraud"), (status, answer.GetProperty("field").GetString()));
        Assert.Equal(["fraud", "source"], answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()));
        Assert.StartsWith("req_", answer.GetProperty("requestId").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-value", body, StringComparison.Ordinal);
    }

    private static async Task<string> RefusedAsync(byte[] bytes, int expected, string? contentType = "application/json")
    {
        var (value, problem) = await Bodies.ReadAsync(bytes, LabelRequest.Read, contentType);

        Assert.Null(value);
        var (status, body) = await Bodies.AnswerAsync(problem!);
        Assert.Equal(expected, status);
        return body;
    }
}
