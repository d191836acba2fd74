using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake;

/// <summary>Registers what the marketplace can tell us.</summary>
public static class IntakeRegistration
{
    /// <summary>Adds the actions on orders that exist, and logins.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSettings<DisputeOptions>(DisputeOptions.Section)
        .AddSingleton<ShipOrder>()
        .AddSingleton<DeliverOrder>()
        .AddSingleton<OpenDispute>()
        .AddSingleton<LabelOrder>()
        .AddSingleton<AnswerInformation>()
        .AddSingleton(s => new RecordLogin(s.GetRequiredService<Writes>(), s.GetRequiredService<LoginWatch>()));
}
