using System.Globalization;

namespace PagoConsole.Hosting.Clock;

/// <summary>Section <c>Clock</c>: the real clock, unless a trial asks for a faster one.</summary>
internal static class ClockHosting
{
    private const string Section = "Clock";
    private const string Speed = "Speed";
    private const double Fastest = 100_000;

    /// <summary>Adds the clock that everything asks for the time; before whatever would add the real one.</summary>
    /// <exception cref="InvalidOperationException">The settings cannot be read, or this is Production.</exception>
    public static WebApplicationBuilder AddClock(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(Section);
        if (!section.Exists()) return builder;
        if (builder.Environment.IsProduction()) throw new InvalidOperationException($"{Section}: time is not simulated in the Production environment.");
        builder.Services.AddSingleton<TimeProvider>(new SimulatedClock(Instant(section, "RealStart"), Instant(section, "Start"), SpeedOf(section)));
        return builder;
    }

    private static DateTimeOffset Instant(IConfigurationSection section, string name) =>
        DateTimeOffset.TryParse(section[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new InvalidOperationException($"{Section}:{name}: takes an instant such as 2026-11-23T05:00:00Z");

    private static double SpeedOf(IConfigurationSection section) =>
        double.TryParse(section[Speed], NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed is >= 1 and <= Fastest
            ? speed
            : throw new InvalidOperationException($"{Section}:{Speed}: takes a number from 1 to {Fastest}");
}
