using System.Net;
using System.Text.RegularExpressions;
using PagoConsole.Core.People;
using PagoConsole.Tests.Hosting;

namespace PagoConsole.Tests.Access;

/// <summary>A browser without a screen: keeps cookies, takes the forms' tokens along, follows no redirect unless asked.</summary>
internal sealed partial class Browserlike : IDisposable
{
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

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
