using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Rules.Tuning;
using PagoConsole.Tests.Risk.Tuning;

namespace PagoConsole.Tests.Components.Tuning;

public sealed class TuningWordsTests
{
    [Fact]
    public void Everything_that_can_be_set_says_what_it_means_and_every_state_and_event_has_words()
    {
        using var context = new ConsoleContext(TimeProvider.System);
        var text = context.Text<TuningText>();

        var missing = SomeRules.Book.All.SelectMany(rule => rule.Settings.Select(setting => $"Help_{rule.Id}_{setting.Name}"))
            .Concat(typeof(RuleEvents).GetFields().Where(field => field.Name != nameof(RuleEvents.Stream)).Select(field => $"Event_{field.GetValue(null)}"))
            .Concat(Enum.GetNames<DraftState>().SelectMany(state => new[] { $"State_{state}", $"State_{state}_What" }))
            .Concat(Enum.GetNames<HeldReason>().Select(why => $"Held_{why}"))
            .Concat(Enum.GetValues<SettingUnit>().Where(unit => unit is not (SettingUnit.Count or SettingUnit.Words)).Select(unit => $"Unit_{unit}"))
            .Where(key => text[key].ResourceNotFound);

        Assert.Empty(missing);
    }

    [Property(Replay = "(20261122,7)", MaxTest = 300)]
    public Property A_slider_stays_within_the_bounds_and_reaches_the_value_that_was(ushort around)
    {
        var settings = SomeRules.Book.All.SelectMany(rule => rule.Settings).Where(setting => setting.Limits.Unit != SettingUnit.Words).ToList();
        var setting = settings[around % settings.Count];
        var bounds = SettingBounds.Of(setting);
        var value = Math.Clamp((decimal)around, (decimal)bounds.Min, (decimal)bounds.Max);
        var scale = SliderScale.Of(bounds, value, setting.Limits.Tries);
        return ((double)scale.Min >= bounds.Min && (double)scale.Max <= bounds.Max && scale.Min < scale.Max && scale.Step > 0
            && scale.At(value) == value && (bounds.Fractions || scale.Step == decimal.Truncate(scale.Step))).ToProperty();
    }
}
