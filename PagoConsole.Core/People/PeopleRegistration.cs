using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People;

/// <summary>Registers people, their passwords and what they may do.</summary>
public static class PeopleRegistration
{
    /// <summary>Adds accounts over the store. Signing in itself is the host's.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddSettings<DemoPeopleOptions>(DemoPeopleOptions.Section);
        services.AddSingleton<IValidateOptions<DemoPeopleOptions>, CheckDemoPeople>();

        services.AddIdentityCore<Person>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);

                // Answered by OnlyEnabled: nobody confirms an account by mail here, but one can be disabled.
                options.SignIn.RequireConfirmedAccount = true;
            })
            .AddUserStore<UserStore<Person, IdentityRole, PagoDb, string>>()
            .AddUserConfirmation<OnlyEnabled>()
            .AddClaimsPrincipalFactory<PersonClaimsFactory>();

        services.AddScoped(s => new NewPerson(s.GetRequiredService<IPasswordHasher<Person>>(), s.GetRequiredService<ILookupNormalizer>()));
        services.AddScoped(s => new SeedDemoPeople(
            s.GetRequiredService<Writes>(),
            s.GetRequiredService<NewPerson>(),
            s.GetRequiredService<ILookupNormalizer>(),
            s.GetRequiredService<IDbContextFactory<PagoDb>>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<IOptions<DemoPeopleOptions>>()));
        services.AddScoped(s => new SetupFirstAdmin(
            s.GetRequiredService<Writes>(),
            s.GetRequiredService<NewPerson>(),
            s.GetRequiredService<IDbContextFactory<PagoDb>>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ChooseLanguage(s.GetRequiredService<Writes>()));
        services.AddSingleton(s => new PeopleDirectory(s.GetRequiredService<IDbContextFactory<PagoDb>>()));
        services.AddSingleton(s => new KeyRing(s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<Writes>()));
        return services;
    }
}
