using Microsoft.AspNetCore.Components;

namespace PagoConsole.Rules;

/// <summary>A share as per cent; without one, why there is none.</summary>
public sealed partial class ShareText
{
    [Parameter, EditorRequired]
    public double? Value { get; set; }

    /// <summary>The counts behind it, or why it is not known.</summary>
    [Parameter, EditorRequired]
    public required string Hint { get; set; }
}
