using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Marketplace;

namespace PagoConsole.Callbacks;

/// <summary>A test message as it was sent, and what the marketplace said to it.</summary>
public sealed partial class TestCard
{
    [Inject]
    internal IStringLocalizer<CallbacksText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required CallbackTest Test { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    private string Outcome => Text[Test.Answer.Taken ? "Test_Taken" : "Test_NotTaken", Test.Answer.Word, (long)Test.Answer.Took.TotalMilliseconds];
}
