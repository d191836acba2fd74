using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Shared;
using PagoConsole.SignIn;

namespace PagoConsole.Hosting;

/// <summary>How people sign in: a cookie over Identity, one policy per permission, sessions that end when an account does.</summary>
internal static class Sessions
{
    /// <summary>How soon an open page learns that its account was disabled or its roles were changed.</summary>
    public static readonly TimeSpan RevalidationInterval = TimeSpan.FromSeconds(30);

    /// <summary>How soon a request with the session's cookie does: one page and what belongs to it, and no more, are asked about once.</summary>
    public static readonly TimeSpan RequestInterval = TimeSpan.FromSeconds(2);

    public static WebApplicationBuilder AddSessions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "pago.session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.IsEssential = true;
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.SlidingExpiration = true;
            options.LoginPath = ConsoleUrls.SignIn;
            options.AccessDeniedPath = ConsoleUrls.Forbidden;
            options.ReturnUrlParameter = ConsoleUrls.ReturnUrlParameter;
            options.Events.OnRedirectToLogin = WithinOurselves(options.Events.OnRedirectToLogin);
            options.Events.OnRedirectToAccessDenied = WithinOurselves(options.Events.OnRedirectToAccessDenied);
        });
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = RequestInterval);
        new IdentityBuilder(typeof(Person), services).AddSignInManager();

        services.AddAuthorization(options =>
        {
            foreach (var permission in RolePermissions.OfPeople)
            {
                options.AddPolicy(permission.ToString(), policy => policy
                    .AddAuthenticationSchemes(IdentityConstants.ApplicationScheme)
                    .RequireAuthenticatedUser()
                    .RequireAssertion(context => PersonClaims.ActorOf(context.User)?.May(permission) == true));
            }
        });

        services.AddKeyRing(builder.Configuration);
        services.AddSingleton<SignInFlood>();
        services.AddScoped<SignInDoor>();
        services.AddScoped<AuthenticationStateProvider, SessionRevalidation>();
        services.AddHostedService<PeopleAtStart>();
        return builder.AddProviderSignIn();
    }

    // By path alone: the host that a request names may be anybody's.
    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> WithinOurselves(Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect) =>
        context =>
        {
            context.RedirectUri = new Uri(context.RedirectUri).PathAndQuery;
            return redirect(context);
        };

    /// <summary>A form, because a link that signs out could be put into any foreign page.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder app) =>
        app.MapPost(ConsoleUrls.SignOut, async (SignInManager<Person> session, [Microsoft.AspNetCore.Mvc.FromForm] string? none) =>
        {
            await session.SignOutAsync();
            return Results.LocalRedirect(ConsoleUrls.SignIn);
        }).ExcludeFromDescription();
}
