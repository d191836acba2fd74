using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Layout;

/// <summary>Who is signed in, in which roles, and the way out.</summary>
public sealed partial class PersonMenu
{
    [Inject]
    internal IStringLocalizer<LayoutText> Text { get; set; } = default!;
}
