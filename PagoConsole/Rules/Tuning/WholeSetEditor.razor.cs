using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;

namespace PagoConsole.Rules.Tuning;

/// <summary>What holds for all rules of a draft: from how many points on a person decides, and the exchange rate.</summary>
public sealed partial class WholeSetEditor
{
    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Inject]
    internal RuleBook Book { get; set; } = default!;

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public required RuleSet Set { get; set; }

    /// <summary>What would take the draft's changes of the whole set back.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RuleChange> Undo { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>Keeps changes; gives what is wrong with them.</summary>
    [Parameter, EditorRequired]
    public required Func<RuleChange, Task<Refusal?>> Edit { get; set; }

    /// <summary>A change that is not kept yet.</summary>
    [Parameter]
    public EventCallback<RuleChange> OnTry { get; set; }

    private string Day => Set.Rates.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private ChangeWords Words => new(Text, Rules, Book);

    private static RuleChange Change(string setting, string? from, string to) => new(RuleChange.WholeSet, 1, setting, from, to);

    private string ValueOf(string setting) => RuleChanges.ValueIn(Set, RuleChange.WholeSet, 1, setting)!;

    private RuleChange? UndoOf(string setting) => Undo.FirstOrDefault(change => change.Setting == setting);

    private string? WasOf(string setting) => UndoOf(setting) is { } undo ? Words.ValueOf(undo, undo.To) : null;

    private decimal AroundOf(string setting) => SettingText.Read<decimal>(UndoOf(setting)?.To ?? ValueOf(setting));

    private Func<string, string> SayOf(string setting) => json => Words.ValueOf(RuleChange.WholeSet, setting, json);

    private Func<string?, string, Task<Refusal?>> KeepOf(string setting) => (from, to) => Edit(Change(setting, from, to));

    private Task TryAsync(string setting, string to) => OnTry.InvokeAsync(Change(setting, ValueOf(setting), to));

    private Task UndoAsync(string setting) => UndoOf(setting) is { } undo ? Edit(undo) : Task.CompletedTask;

    private Task SetDayAsync(ChangeEventArgs change) =>
        DateOnly.TryParseExact(change.Value?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day != Set.Rates.AsOf
            ? Edit(Change(RuleChange.RateDay, ValueOf(RuleChange.RateDay), SettingText.Of(day)))
            : Task.CompletedTask;
}
