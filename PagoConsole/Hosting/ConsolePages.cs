using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using MudBlazor.Services;
using PagoConsole.Alarms;
using PagoConsole.Audit;
using PagoConsole.Core.Alarms.Delivery;
using PagoConsole.Evidence.Seals;
using PagoConsole.Evidence.Aml;
using PagoConsole.Evidence.Disputes;
using PagoConsole.Evidence.Packs;
using PagoConsole.Layout;
using PagoConsole.MoneyDesk;
using PagoConsole.Privacy;
using PagoConsole.Reconciliation.Days;
using PagoConsole.Reconciliation.Differences;
using PagoConsole.Reconciliation.Invoices;
using PagoConsole.Reconciliation.Workbooks;
using PagoConsole.ReviewQueue.Case;
using PagoConsole.Rules.Lists;
using PagoConsole.Shared;
using PagoConsole.SignIn;

namespace PagoConsole.Hosting;

/// <summary>The pages that people see: Razor components on circuits, their languages and their static files.</summary>
internal static class ConsolePages
{
    public static WebApplicationBuilder AddConsolePages(this WebApplicationBuilder builder)
    {
        // Outside Development the assets of packages are otherwise served only by a published app.
        builder.WebHost.UseStaticWebAssets();

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomLeft;
            options.SnackbarConfiguration.PreventDuplicates = false;
        });
        services.AddLocalization();
        services.AddTransient<MudLocalizer, MudWords>();
        services.Configure<RequestLocalizationOptions>(ConsoleCultures.Configure);

        services.AddSingleton<IAlarmLetters, AlarmLetters>();
        services.AddWorkbookWords();
        services.AddAmlWords();
        services.AddPackPages();

        services.AddScoped<BrowserFacts>();
        services.AddScoped<RelativeClock>();
        services.AddScoped<BrowserMemory>();
        services.AddScoped<LiveState>();
        services.AddSingleton<CasesOnScreen>();
        services.AddSingleton<DayWork>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<PlacesForPerson>();
        services.AddAuditWords();
        return builder.AddSessions();
    }

    public static WebApplication MapConsolePages(this WebApplication app)
    {
        app.UseRequestLocalization();

        app.UseStatusCodePagesWithReExecute(ConsoleUrls.NotFound, createScopeForStatusCodePages: true);
        app.Use(OnlyForPeople);
        app.UseAuthentication();
        app.Use(EnrolFirst.RunAsync);
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapLanguageEndpoint();
        app.MapSignOut();
        app.MapProviderSignIn();
        app.MapMoneyDownloads();
        app.MapListDownloads();
        app.MapInvoiceDownloads();
        app.MapAttachments();
        app.MapExports();
        app.MapSealDownloads();
        app.MapDisputeFiles();
        app.MapAmlDownloads();
        app.MapPacks();
        app.MapAuditDownloads();
        app.MapPrivacyDownloads();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().RequireAuthorization();
        return app;
    }

    /// <summary>The page that says an address is unknown is for people who mistyped one: programs get the bare status.</summary>
    private static Task OnlyForPeople(HttpContext context, RequestDelegate next)
    {
        var asksForPage = HttpMethods.IsGet(context.Request.Method)
            && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if ((!asksForPage || IsForEverybody(context.GetEndpoint())) && context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        return next(context);
    }

    /// <summary>What anybody may ask for answers in words of its own; the page within the frame would only ask them to sign in.</summary>
    private static bool IsForEverybody(Endpoint? endpoint) =>
        endpoint is not null
        && (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Count == 0);
}
