using System.Diagnostics.Metrics;

namespace PagoConsole.Core.Foundation;

/// <summary>What we measure of ourselves, besides what the framework measures; docs/operations says what each figure tells.</summary>
public static class Measuring
{
    /// <summary>The name under which it is published.</summary>
    public const string Name = "PagoConsole";

    /// <summary>All of our instruments are of this one.</summary>
    public static Meter Meter { get; } = new(Name);
}
