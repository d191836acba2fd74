using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Core.Alarms;

/// <summary>Registers alarms.</summary>
public static class AlarmRegistration
{
    /// <summary>Adds the list of alarms and taking note of them.</summary>
    public static IServiceCollection AddAlarms(this IServiceCollection services) =>
        services.AddSingleton<AlarmList>().AddSingleton<AcknowledgeAlarm>();
}
