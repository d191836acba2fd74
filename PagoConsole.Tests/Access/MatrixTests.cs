using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using PagoConsole.Tests.Conventions;

namespace PagoConsole.Tests.Access;

/// <summary>Who may do what: the file has every route, and every caller is answered as it says.</summary>
[Collection(AccessCollection.Name)]
public sealed class MatrixTests(AccessHost host)
{
    private const string Page = "PAGE";

    [Fact]
    public void The_matrix_has_every_route_and_no_other()
    {
        var rows = AccessMatrix.Read().Select(row => row.Name).ToHashSet();
        var routes = host.Routes();

        routes.Except(rows).Order(StringComparer.Ordinal).AssertNone("matrix.csv lacks:");
        rows.Except(routes).Order(StringComparer.Ordinal).AssertNone("matrix.csv has routes that are no more:");
    }

    [Fact]
    public void Every_page_is_a_route()
    {
        var routes = host.Routes();

        (from type in typeof(App).Assembly.GetTypes()
         from RouteAttribute page in type.GetCustomAttributes(typeof(RouteAttribute), inherit: false)
         where !routes.Contains($"{Page} {page.Template}")
         select $"{type.Name}: {page.Template}")
        .AssertNone("These pages are not mapped.");
    }

    [Fact]
    public async Task Everybody_is_answered_as_the_matrix_says()
    {
        var wrong = new List<string>();
        foreach (var row in AccessMatrix.Read())
        {
            foreach (var (caller, expected) in row.Expected)
            {
                var answer = await CallAsync(host.Callers[caller], row);
                if (answer != expected) wrong.Add($"{row.Name} as {caller}: {answer}, expected {expected}");
            }
        }

        wrong.AssertNone("These answers are not those of matrix.csv.");
    }

    /// <summary>Every page also takes forms: without the token of one, who may see the page is answered 400, and the others as ever.</summary>
    [Theory]
    [InlineData(AccessHost.Nobody)]
    [InlineData("Analyst")]
    public async Task No_page_takes_a_form_without_its_token(string caller)
    {
        var wrong = new List<string>();
        foreach (var row in AccessMatrix.Read().Where(row => row.Method == Page))
        {
            var answer = await CallAsync(host.Callers[caller], row.Example, HttpMethod.Post);
            var expected = row.Expected[caller] is { } kept && kept.StartsWith("302", StringComparison.Ordinal) && row.Route is not ("/sign-in" or "/sign-in/code") ? kept : "400";
            if (answer != expected) wrong.Add($"{row.Route}: {answer}, expected {expected}");
        }

        wrong.AssertNone("These pages answered otherwise.");
    }

    private static Task<string> CallAsync(HttpClient http, MatrixRow row)
    {
        var parts = row.Example.Split(' ');
        var method = parts.Length > 1 ? parts[0] : row.Method is Page or "ANY" ? "GET" : row.Method;
        return CallAsync(http, parts[^1], new HttpMethod(method));
    }

    private static async Task<string> CallAsync(HttpClient http, string address, HttpMethod method)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method != HttpMethod.Get && method != HttpMethod.Head) request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        if (answer.Headers.Location is not { } location) return ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        var path = location.IsAbsoluteUri ? location.AbsolutePath : location.OriginalString.Split('?')[0];
        return $"{(int)answer.StatusCode} {path}";
    }
}
