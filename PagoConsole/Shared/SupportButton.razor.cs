using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Shared;

/// <summary>Copies a <see cref="SupportText"/>.</summary>
public sealed partial class SupportButton
{
    [Inject]
    internal IStringLocalizer<SharedText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string Value { get; set; }
}
