using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;

namespace PagoConsole.Rules.Tuning;

/// <summary>One version of the rules.</summary>
public sealed partial class VersionLine
{
    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required RuleVersion Version { get; set; }

    /// <summary>The version in force.</summary>
    [Parameter, EditorRequired]
    public int Active { get; set; }

    [Parameter]
    public bool MayChange { get; set; }

    /// <summary>It is to be brought back.</summary>
    [Parameter]
    public EventCallback<int> OnRestore { get; set; }

    private RuleSetRow Row => Version.Row;
}
