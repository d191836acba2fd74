using System.Net;
using System.Text.RegularExpressions;
using PagoConsole.Core.People;
using PagoConsole.Tests.Hosting;

namespace PagoConsole.Tests.Access;

/// <summary>A browser without a screen: keeps cookies, takes the forms' tokens along, follows no redirect unless asked.</summary>
internal sealed partial class Browserlike : IDisposable
{
    private const string SecondFactor = "/account/second-factor";

    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };

    public Browserlike(RunningHost host)
        : this(host.Http.BaseAddress!)
    {
    }

    public Browserlike(Uri address)
    {
        Http = new HttpClient(handler) { BaseAddress = address };
        Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public HttpClient Http { get; }

    public CookieContainer Cookies => handler.CookieContainer;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Browserlike> SignedInAsync(RunningHost host, string email, string password = DemoPeopleOptions.Password)
    {
        var browser = new Browserlike(host);
        using var answer = await browser.SignInAsync(email, password);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string query = "") =>
        PostAsync($"/sign-in{query}", "sign-in", ("Input.Email", email), ("Input.Password", password));

    /// <summary>Sets a second factor up as a person does: reads the key off the page and types the code.</summary>
    /// <returns>The key, and the recovery codes that were shown.</returns>
    public async Task<(string Key, IReadOnlyList<string> Codes)> EnrolAsync()
    {
        var key = Key().Match(await Http.GetStringAsync(SecondFactor, Ct)).Groups[1].Value;
        using var answer = await PostAsync(SecondFactor, "factor", ("Input.Code", Totp.CodeOf(key)), ("Input.What", "on"));
        var page = await answer.Content.ReadAsStringAsync(Ct);
        return (key, [.. Recovery().Matches(page).Select(match => match.Groups[1].Value)]);
    }

    /// <summary>Sends a form of a page, with the token that the page gave.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await Http.GetStringAsync(path, Ct);
        var token = Token().Match(page).Groups[1].Value;
        return await Http.PostAsync(
            path,
            new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("_handler", form), new("__RequestVerificationToken", WebUtility.HtmlDecode(token))]),
            Ct);
    }

    /// <summary>Follows redirects as a browser does, also to other addresses, until something else is answered.</summary>
    public async Task<HttpResponseMessage> FollowAsync(HttpResponseMessage answer)
    {
        for (var hops = 0; hops < 10 && answer.Headers.Location is { } location; hops++)
        {
            var next = location.IsAbsoluteUri ? location : new Uri(answer.RequestMessage!.RequestUri!, location);
            answer.Dispose();
            answer = await Http.GetAsync(next, Ct);
        }

        return answer;
    }

    public void Dispose()
    {
        Http.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex("class=\"manual\".*?<code[^>]*>([A-Z2-7 ]+)</code>", RegexOptions.Singleline)]
    private static partial Regex Key();

    [GeneratedRegex("<li[^>]*><code[^>]*>([A-Z0-9-]+)</code></li>")]
    private static partial Regex Recovery();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
