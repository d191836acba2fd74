using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;

namespace PagoConsole.Rules;

/// <summary>The settings of one tier of a rule, each with its unit.</summary>
public sealed partial class SettingList
{
    private object settings = new();

    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required Rule Rule { get; set; }

    [Parameter, EditorRequired]
    public required RuleEntry Entry { get; set; }

    /// <summary>Leave out what is switched off.</summary>
    [Parameter]
    public bool OnlySet { get; set; }

    private IEnumerable<RuleSetting> Shown => Rule.Settings.Where(setting => !OnlySet || setting.Property.GetValue(settings) is not null);

    protected override void OnParametersSet() => settings = Rule.SettingsOf(Entry);
}
