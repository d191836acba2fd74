using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PagoConsole.MoneyDesk;

/// <summary>The buyer's form: to whom and where money goes back by transfer.</summary>
public sealed partial class PayeeFields
{
    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required PayeeDraft Draft { get; set; }

    /// <summary>The field that cannot be right.</summary>
    [Parameter]
    public string? Fault { get; set; }

    private string? Invalid(string field) => Fault == field ? "true" : null;
}
