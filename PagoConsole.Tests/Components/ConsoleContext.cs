using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using MudBlazor.Services;
using PagoConsole.Audit;
using PagoConsole.Core.People;
using PagoConsole.Layout;
using PagoConsole.Reconciliation.Days;
using PagoConsole.ReviewQueue.Case;
using PagoConsole.Shared;

namespace PagoConsole.Tests.Components;

/// <summary>Renders components with the services of a circuit; English unless a test says otherwise.</summary>
internal sealed class ConsoleContext : BunitContext
{
    private readonly BunitAuthorizationContext authorization;

    /// <summary>A busy machine is given time; a page that never gets there still fails.</summary>
    static ConsoleContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(20);

    public ConsoleContext(TimeProvider time, IServiceProvider? core = null)
    {
        Cultures.Speak("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging().AddLocalization().AddMudServices();
        Services.AddSingleton(time);
        Services.AddScoped<BrowserFacts>().AddScoped<RelativeClock>().AddScoped<BrowserMemory>().AddScoped<LiveState>();
        Services.AddSingleton<CasesOnScreen>();
        Services.AddScoped<CurrentActor>().AddScoped<PlacesForPerson>().AddAuditWords();
        authorization = this.AddAuthorization();
        if (core is null) return;
        Services.AddSingleton(_ => ActivatorUtilities.CreateInstance<DayWork>(core));
        Services.AddFallbackServiceProvider(core);
    }

    /// <summary>Somebody is signed in.</summary>
    public ConsoleContext As(Role role)
    {
        authorization.SetAuthorized($"{role}@demo.pe".ToLowerInvariant());
        authorization.SetClaims(
            new Claim(ClaimTypes.NameIdentifier, $"usr_{role}"), new Claim(PersonClaims.DisplayName, role.ToString()), new Claim(ClaimTypes.Role, role.ToString()));
        authorization.SetPolicies([.. RolePermissions.Of(role).Select(permission => permission.ToString())]);
        return this;
    }

    public IStringLocalizer<T> Text<T>() => Services.GetRequiredService<IStringLocalizer<T>>();
}
