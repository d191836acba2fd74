using System.Reflection;
using System.Text.Json;

namespace PagoConsole.Core.Risk;

/// <summary>The unit of a setting, as a stable word; the host has words for it.</summary>
public enum SettingUnit
{
    /// <summary>A plain number of things.</summary>
    Count,

    /// <summary>Soles.</summary>
    Pen,

    /// <summary>US dollars.</summary>
    Usd,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Parts of a hundred.</summary>
    Percent,

    /// <summary>A score from 0 to 100.</summary>
    Points,

    /// <summary>Kilometres an hour.</summary>
    KmPerHour,

    /// <summary>Words from a list.</summary>
    Words,
}

/// <summary>What a setting is measured in, what values it takes, and which values a search for better thresholds tries.</summary>
/// <param name="unit">Its unit.</param>
/// <param name="min">The smallest value.</param>
/// <param name="max">The largest value.</param>
/// <param name="tries">Values to try; none: it is not searched.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(SettingUnit unit, double min, double max, params double[] tries) : Attribute
{
    /// <summary>Its unit.</summary>
    public SettingUnit Unit => unit;

    /// <summary>The smallest value.</summary>
    public double Min => min;

    /// <summary>The largest value.</summary>
    public double Max => max;

    /// <summary>Values to try.</summary>
    public IReadOnlyList<double> Tries => tries;
}

/// <summary>One setting of a rule, as it is shown, checked and searched.</summary>
/// <param name="Name">Its name in the rule set's JSON.</param>
/// <param name="Limits">Unit and bounds.</param>
/// <param name="Property">Where it stands.</param>
public sealed record RuleSetting(string Name, SettingAttribute Limits, PropertyInfo Property)
{
    /// <summary>The settings of a settings record.</summary>
    public static IReadOnlyList<RuleSetting> Of(Type settings) =>
    [
        .. from property in settings.GetProperties()
           let limits = property.GetCustomAttribute<SettingAttribute>()
           where limits is not null
           select new RuleSetting(JsonNamingPolicy.CamelCase.ConvertName(property.Name), limits, property),
    ];

    /// <summary>What is wrong with its value, in English for logs; null if nothing.</summary>
    public string? FaultOf(object settings) => Property.GetValue(settings) switch
    {
        null => null,
        IReadOnlyCollection<string> words => words.Count > Limits.Max || words.Any(string.IsNullOrWhiteSpace)
            ? $"{Name} takes at most {Limits.Max} words, none of them empty" : null,
        IConvertible number => number.ToDouble(null) is var value && (value < Limits.Min || value > Limits.Max)
            ? $"{Name} must be between {Limits.Min} and {Limits.Max}" : null,
        var other => throw new InvalidOperationException($"{Property.DeclaringType?.Name}.{Name} is a {other.GetType().Name}, which no setting is."),
    };
}
