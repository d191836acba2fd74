using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml.Cases;

namespace PagoConsole.Evidence.Aml;

/// <summary>What happened to a case, newest first.</summary>
public sealed partial class AmlTimeline
{
    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<AmlEntry> Entries { get; set; }
}
