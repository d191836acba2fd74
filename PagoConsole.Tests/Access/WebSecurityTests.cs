using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PagoConsole.Core.People;
using PagoConsole.Hosting.Network;
using PagoConsole.SignIn;

namespace PagoConsole.Tests.Access;

/// <summary>What browsers are told and asked to keep.</summary>
[Collection(AccessCollection.Name)]
public sealed class WebSecurityTests(AccessHost access)
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/orders")]
    [InlineData("/docs/")]
    [InlineData("/hangfire")]
    public async Task No_script_runs_that_is_not_ours(string path)
    {
        using var answer = await access.Callers["Admin"].GetAsync(path, TestContext.Current.CancellationToken);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var scripts = policy.Split(';').Single(part => part.Trim().StartsWith("script-src", StringComparison.Ordinal));

        Assert.DoesNotContain("unsafe", scripts, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);

        // Whatever script stands in the page itself is named by its hash.
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var inline = Regex.Matches(page, "<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", RegexOptions.Singleline).Where(_ => path != "/hangfire");
        foreach (Match script in inline)
        {
            var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script.Groups[1].Value)));
            Assert.Contains($"'sha256-{hash}'", scripts, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Cookies_are_kept_from_scripts_and_foreign_pages()
    {
        using var browser = new Browserlike(access.Host);
        using var page = await browser.Http.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        using var signedIn = await browser.SignInAsync("auditor@demo.pe", DemoPeopleOptions.Password);
        using var language = await browser.Http.GetAsync("/language?to=es", TestContext.Current.CancellationToken);

        var cookies = new[] { page, signedIn, language }.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).ToList();
        Assert.True(cookies.Count >= 3, string.Join(", ", cookies));
        Assert.All(cookies, cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, cookie => Assert.Matches("(?i)samesite=(lax|strict)", cookie));
    }

    [Fact]
    public async Task Whatever_host_a_request_names_nobody_is_led_there()
    {
        using var browser = new Browserlike(access.Host);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/orders") { Headers = { Host = "evil.example" } };
        using var answer = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("/sign-in?returnUrl=%2Forders", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task What_somebody_saw_is_kept_by_no_cache()
    {
        using var answer = await access.Callers["Finance"].GetAsync("/money/cases.csv", TestContext.Current.CancellationToken);

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("http", "console.tienda.pe", true, true)]
    [InlineData("http", "console.tienda.pe", false, false)]
    [InlineData("http", "localhost", true, false)]
    [InlineData("http", "127.0.0.1", true, false)]
    [InlineData("http", "[::1]", true, false)]
    [InlineData("https", "localhost", false, true)]
    public void Cookies_go_over_https_only_outside_this_machine(string scheme, string host, bool production, bool secure)
    {
        var context = new DefaultHttpContext();
        (context.Request.Scheme, context.Request.Host) = (scheme, new HostString(host));

        Assert.Equal(secure, CookieRules.MustBeSecure(context.Request, production));
    }

    [Fact]
    public void Refused_sign_ins_of_one_address_end_for_a_minute_and_of_its_neighbours_in_IPv6_too()
    {
        using var flood = new SignInFlood(Options.Create(new SigningInOptions { RefusedPerMinute = 5 }));
        for (var i = 0; i < 5; i++)
        {
            Assert.False(flood.IsFull(From($"2001:db8::{i}")));
            flood.Count(From($"2001:db8::{i}"));
        }

        Assert.True(flood.IsFull(From("2001:db8::99")));
        Assert.False(flood.IsFull(From("2001:db8:0:1::1")));
        Assert.False(flood.IsFull(From("190.1.2.3")));
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
