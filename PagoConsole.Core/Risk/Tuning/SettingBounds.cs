namespace PagoConsole.Core.Risk.Tuning;

/// <summary>What a value may be: a setting of a rule, what every rule has, or what holds for the whole set.</summary>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Min">The smallest value.</param>
/// <param name="Max">The largest value; of words, how many.</param>
/// <param name="Fractions">Whether it may lie between whole numbers.</param>
/// <param name="Optional">Whether it may be off.</param>
public sealed record SettingBounds(SettingUnit Unit, double Min, double Max, bool Fractions = false, bool Optional = false)
{
    /// <summary>Points of one rule.</summary>
    public static SettingBounds Score { get; } = new(SettingUnit.Points, 0, 1000);

    /// <summary>The life of a code.</summary>
    public static SettingBounds Voucher { get; } = new(SettingUnit.Minutes, 10, 7 * 24 * 60, Optional: true);

    /// <summary>The points from which a person decides.</summary>
    public static SettingBounds Threshold { get; } = new(SettingUnit.Points, 1, 10_000);

    /// <summary>Soles for one dollar: a rate beyond these is a slip of the hand.</summary>
    public static SettingBounds Rate { get; } = new(SettingUnit.Pen, 1, 20, Fractions: true) { Decimals = 4 };

    /// <summary>Decimals that it may have.</summary>
    /// <value>Two of an amount, four of anything else that may lie between whole numbers.</value>
    public int Decimals { get; init; } = !Fractions ? 0 : Unit is SettingUnit.Pen or SettingUnit.Usd ? 2 : 4;

    /// <summary>The bounds of a rule's own setting.</summary>
    public static SettingBounds Of(RuleSetting setting)
    {
        var type = Nullable.GetUnderlyingType(setting.Property.PropertyType);
        return new(setting.Limits.Unit, setting.Limits.Min, setting.Limits.Max, (type ?? setting.Property.PropertyType) == typeof(decimal), type is not null);
    }

    /// <summary>The bounds of what a change sets; null where there are none.</summary>
    public static SettingBounds? Of(RuleBook book, RuleChange change) => change.Setting switch
    {
        RuleChange.Score => Score,
        RuleChange.VoucherMinutes => Voucher,
        RuleChange.ReviewThreshold => Threshold,
        RuleChange.PenPerUsd => Rate,
        _ => book.Find(change.Rule)?.Settings.FirstOrDefault(setting => setting.Name == change.Setting) is { } own ? Of(own) : null,
    };

    /// <summary>Whether a number lies within.</summary>
    public bool Holds(decimal number) => (double)number >= Min && (double)number <= Max && number == decimal.Round(number, Decimals);
}
