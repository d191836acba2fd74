using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PagoConsole.MoneyDesk;

/// <summary>The buyer's form: to whom and where money goes back by transfer. Each field that cannot be right says at itself what it takes.</summary>
public sealed partial class PayeeFields
{
    private ElementReference name;
    private ElementReference number;
    private ElementReference bank;
    private ElementReference account;
    private IReadOnlyList<string> shown = [];

    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required PayeeDraft Draft { get; set; }

    /// <summary>The fields that are missing or cannot be right, in the order of the form.</summary>
    [Parameter]
    public IReadOnlyList<string> Faults { get; set; } = [];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ReferenceEquals(shown, Faults)) return;
        shown = Faults;
        if (Faults is not [var first, ..]) return;
        await (first switch { "fullName" => name, "documentNumber" => number, "bank" => bank, _ => account }).FocusAsync();
    }

    private string? Invalid(string field) => Faults.Contains(field) ? "true" : null;

    private string? FaultOf(string field, string? kind = null) => Faults.Contains(field) ? Text[$"Payee_Fault_{field}{kind}"].Value : null;
}
