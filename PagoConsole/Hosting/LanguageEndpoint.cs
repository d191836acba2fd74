using Microsoft.AspNetCore.Localization;

namespace PagoConsole.Hosting;

/// <summary>Sets the language cookie and goes back to the page; a circuit keeps the culture it was born with, so the page is loaded anew.</summary>
internal static class LanguageEndpoint
{
    public const string Path = "/language";

    public static void MapLanguageEndpoint(this IEndpointRouteBuilder app) =>
        app.MapGet(Path, (string? to, string? returnUrl, HttpContext context) =>
        {
            if (ConsoleCultures.For(to) is { } culture)
            {
                context.Response.Cookies.Append(
                    CookieRequestCultureProvider.DefaultCookieName,
                    CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                    new CookieOptions { IsEssential = true, MaxAge = TimeSpan.FromDays(365), Path = "/", SameSite = SameSiteMode.Lax });
            }

            return Results.LocalRedirect(LocalUrl.OrHome(returnUrl));
        }).AllowAnonymous().ExcludeFromDescription();
}
