using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;

namespace PagoConsole.Rules.Tuning;

/// <summary>One tier of a rule, to be edited: mode, what it asks for, every setting.</summary>
public sealed partial class TierEditor
{
    private const string Countries = "geo-mismatch";
    private static readonly string[] Modes = [.. Enum.GetValues<RuleMode>().Select(SettingText.Of)];
    private static readonly string[] Actions = [.. Enum.GetValues<RuleAction>().Select(SettingText.Of)];

    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Inject]
    internal RuleBook Book { get; set; } = default!;

    [Parameter, EditorRequired]
    public required Rule Rule { get; set; }

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public required RuleSet Set { get; set; }

    /// <summary>Which tier, from 1.</summary>
    [Parameter, EditorRequired]
    public int Tier { get; set; }

    /// <summary>What would take the draft's changes of this rule back.</summary>
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

    private RuleEntry Entry => RuleChanges.TiersOf(Set, Rule.Id)[Tier - 1];

    private bool Alone => RuleChanges.TiersOf(Set, Rule.Id).Count == 1;

    private int Threshold => Set.ReviewThreshold;

    private ChangeWords Words => new(Text, Rules, Book);

    private string IdOf(string setting) => $"{Rule.Id}-{Tier}-{setting}";

    private string ValueOf(string setting) => RuleChanges.ValueIn(Set, Rule.Id, Tier, setting) ?? SettingText.Off;

    private RuleChange? UndoOf(string setting) => Undo.FirstOrDefault(change => change.Tier == Tier && change.Setting == setting && !change.Adds);

    private string? WasOf(string setting) => UndoOf(setting) is { } undo ? Words.ValueOf(undo, undo.To) : null;

    private string? HelpOf(string setting) => Text[$"Help_{Rule.Id}_{setting}"] is { ResourceNotFound: false } help ? help.Value : null;

    private decimal AroundOf(string setting, decimal otherwise) =>
        (UndoOf(setting)?.To ?? ValueOf(setting)) is var json and not SettingText.Off ? SettingText.Read<decimal>(json) : otherwise;

    private decimal DefaultOf(RuleSetting setting) => RuleSet.Default.Rules.Where(entry => entry.Rule == Rule.Id)
        .Select(entry => setting.Property.GetValue(Rule.SettingsOf(entry))).OfType<IConvertible>()
        .Select(value => value.ToDecimal(CultureInfo.InvariantCulture)).FirstOrDefault((decimal)Math.Max(setting.Limits.Min, Math.Min(setting.Limits.Max, 10)));

    private Func<string, string> SayOf(string setting) => json => Words.ValueOf(Rule.Id, setting, json);

    private Func<string?, string, Task<Refusal?>> KeepOf(string setting) => (from, to) => Edit(new RuleChange(Rule.Id, Tier, setting, from, to));

    private Task TryAsync(string setting, string to) => OnTry.InvokeAsync(new RuleChange(Rule.Id, Tier, setting, ValueOf(setting), to));

    private Task UndoAsync(string setting) => UndoOf(setting) is { } undo ? Edit(undo) : Task.CompletedTask;

    private Task RemoveAsync() => Edit(new RuleChange(Rule.Id, Tier, RuleChange.WholeTier, ValueOf(RuleChange.WholeTier), null));
}
