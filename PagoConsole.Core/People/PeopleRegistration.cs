using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People.Desk;
using PagoConsole.Core.People.Provider;
using PagoConsole.Core.People.SecondFactor;
using PagoConsole.Core.People.SignIns;
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
        services.AddSettings<SigningInOptions>(SigningInOptions.Section);
        services.AddSingleton<IValidateOptions<SigningInOptions>, CheckSignIn>();

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
            .AddUserStore<PeopleStore>()
            .AddTokenProvider<OneTimeCodes>(TokenOptions.DefaultAuthenticatorProvider)
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
        services.AddPeopleDesk();
        services.AddSingleton(s => new ChooseLanguage(s.GetRequiredService<Writes>()));
        services.AddSingleton(s => new PeopleDirectory(s.GetRequiredService<IDbContextFactory<PagoDb>>()));
        services.AddSingleton(s => new KeyRing(s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<Writes>()));
        return services;
    }

    /// <summary>What those who manage access do with people, and what people do with their own way in.</summary>
    private static void AddPeopleDesk(this IServiceCollection services)
    {
        services.AddSingleton(s => new PeopleList(s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ChangeRoles(s.GetRequiredService<Writes>()));
        services.AddSingleton(s => new DisablePerson(s.GetRequiredService<Writes>()));
        services.AddSingleton(s => new ResetPassword(s.GetRequiredService<Writes>()));
        services.AddSingleton(s => new ResetSecondFactor(s.GetRequiredService<Writes>()));
        services.AddSingleton(s => new SignOutEverywhere(s.GetRequiredService<Writes>()));
        services.AddSingleton(s => new NotePassword(s.GetRequiredService<Writes>()));
        services.AddSingleton(s => new SignInLog(s.GetRequiredService<Writes>()));
        services.AddSingleton(s => new SignInList(s.GetRequiredService<IDbContextFactory<PagoDb>>()));
        services.AddScoped(s => new InvitePerson(s.GetRequiredService<Writes>(), s.GetRequiredService<NewPerson>()));
        services.AddScoped(s => new AdmitFromProvider(s.GetRequiredService<Writes>(), s.GetRequiredService<NewPerson>()));
        services.AddScoped(s => new UsePersonLink(
            s.GetRequiredService<Writes>(),
            s.GetRequiredService<IPasswordHasher<Person>>(),
            s.GetRequiredService<IDbContextFactory<PagoDb>>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddScoped(s => new OwnSecondFactor(
            s.GetRequiredService<UserManager<Person>>(), s.GetRequiredService<Writes>(), s.GetRequiredService<IOptions<SigningInOptions>>(), s.GetService<IHostEnvironment>()));
    }
}
