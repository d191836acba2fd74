using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Tests.Hosting;

/// <summary>What every answer of the host has in common.</summary>
public sealed class AnswerTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly RunningHost host = shared.Host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_says_which_part_and_no_more()
    {
        Assert.Equal("""{"status":"ok","checks":{}}""", await host.Http.GetStringAsync("/health/live", Ct));
        var ready = await host.Http.GetFromJsonAsync<JsonObject>("/health/ready", Ct);

        Assert.Equal("""{"status":"ok","checks":{"store":"ok","migrations":"ok"}}""", ready!.ToJsonString());
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/health/live")]
    [InlineData("/api/v1/orders/MP-1")]
    [InlineData("/docs/")]
    [InlineData("/no/such/page")]
    public async Task Every_answer_is_hardened(string path)
    {
        using var answer = await host.Http.GetAsync(path, Ct);

        Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", One(answer, "X-Frame-Options"));
        Assert.Equal("same-origin", One(answer, "Referrer-Policy"));
        Assert.Contains("frame-ancestors 'none'", One(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("http", One(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.StartsWith("req_", One(answer, "X-Request-Id"), StringComparison.Ordinal);
        Assert.Empty(answer.Headers.Server);
    }

    [Theory]
    [InlineData("/api/v1/orders/MP-1", "application/problem+json", false)]
    [InlineData("/sign-in", "text/plain", false)]
    [InlineData("/api/v1/orders/MP-1", "application/problem+json", true)]
    [InlineData("/sign-in", "text/plain", true)]
    public async Task A_failure_tells_the_request_and_nothing_of_its_cause(string path, string type, bool outage)
    {
        var failure = outage ? new SqliteException("secret of the store", 14) : (Exception)new InvalidOperationException("secret of the program");
        await using var failing = await RunningHost.StartAsync(builder => builder.Services.AddSingleton<IPolicyEvaluator>(new Failing(failure)));

        using var answer = await failing.Http.GetAsync(path, Ct);

        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal(outage ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(outage, answer.Headers.RetryAfter is not null);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(One(answer, "X-Request-Id"), text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_are_text_for_Prometheus()
    {
        await host.Http.GetStringAsync("/health/live", Ct);

        Assert.Contains("http_server_request_duration_seconds_count{", await host.Http.GetStringAsync("/metrics", Ct), StringComparison.Ordinal);
    }

    private static string One(HttpResponseMessage answer, string header) => Assert.Single(answer.Headers.GetValues(header));

    /// <summary>Fails for every request to whose endpoint a policy belongs, within all of our own middleware.</summary>
    private sealed class Failing(Exception failure) : IPolicyEvaluator
    {
        public Task<AuthenticateResult> AuthenticateAsync(AuthorizationPolicy policy, HttpContext context) => throw failure;

        public Task<PolicyAuthorizationResult> AuthorizeAsync(
            AuthorizationPolicy policy, AuthenticateResult authenticationResult, HttpContext context, object? resource) => throw failure;
    }
}
