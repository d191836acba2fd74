using Microsoft.AspNetCore.Localization;
using PagoConsole.Core.People;

namespace PagoConsole.Hosting;

/// <summary>Sets the language cookie and goes back to the page; a circuit keeps the culture it was born with, so the page is loaded anew.</summary>
internal static class LanguageEndpoint
{
    public const string Path = "/language";

    public static void MapLanguageEndpoint(this IEndpointRouteBuilder app) =>
        app.MapGet(Path, async (string? to, string? returnUrl, HttpContext context, ChooseLanguage choose) =>
        {
            if (ConsoleCultures.For(to) is { } culture)
            {
                Remember(context.Response, culture.Name);
                if (PersonClaims.ActorOf(context.User) is { } person) await choose.RunAsync(person, culture.Name, context.RequestAborted);
            }

            return Results.LocalRedirect(LocalUrl.OrHome(returnUrl));
        }).AllowAnonymous().ExcludeFromDescription();

    public static void Remember(HttpResponse response, string culture) => response.Cookies.Append(
        CookieRequestCultureProvider.DefaultCookieName,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
        new CookieOptions { IsEssential = true, HttpOnly = true, MaxAge = TimeSpan.FromDays(365), Path = "/", SameSite = SameSiteMode.Lax });
}
