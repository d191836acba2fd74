using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Reconciliation.Days;

/// <summary>By how much two sums differ; that they agree is said, not left out.</summary>
public sealed partial class Gap
{
    [Inject]
    internal IStringLocalizer<DaysText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required Money Value { get; set; }
}
