using System.Net;

namespace PagoConsole.Hosting.Network;

/// <summary>
/// What holds for every cookie, whoever sets it: over https, and in Production from anywhere but this machine, it goes back over https only.
/// </summary>
internal static class CookieRules
{
    public static void UseCookieRules(this WebApplication app)
    {
        var production = app.Environment.IsProduction();
        app.UseCookiePolicy(new CookiePolicyOptions
        {
            MinimumSameSitePolicy = SameSiteMode.Lax,
            OnAppendCookie = cookie => cookie.CookieOptions.Secure |= MustBeSecure(cookie.Context.Request, production),
            OnDeleteCookie = cookie => cookie.CookieOptions.Secure |= MustBeSecure(cookie.Context.Request, production),
        });
    }

    internal static bool MustBeSecure(HttpRequest request, bool production) => request.IsHttps || (production && !IsThisMachine(request.Host.Host));

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
