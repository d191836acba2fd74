using Microsoft.Extensions.Localization;
using MudBlazor;

namespace PagoConsole.Layout;

/// <summary>Gives MudBlazor's own labels (close, clear, required) in the language of the page.</summary>
internal sealed class MudWords(IStringLocalizer<LayoutText> text) : MudLocalizer
{
    public override LocalizedString this[string key] => text[key];

    public override LocalizedString this[string key, params object[] arguments] => text[key, arguments];
}
