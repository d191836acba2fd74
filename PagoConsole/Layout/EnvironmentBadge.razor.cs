using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Layout;

/// <summary>Which PagoEfectivo this console talks to, so that nobody takes play money for real.</summary>
public sealed partial class EnvironmentBadge
{
    [Inject]
    internal IStringLocalizer<LayoutText> Text { get; set; } = default!;

    [Inject]
    internal IConfiguration Configuration { get; set; } = default!;

    private string Name => Configuration["PagoEfectivo:Environment"] switch
    {
        { } name when name.Equals("Production", StringComparison.OrdinalIgnoreCase) => "Production",
        { } name when name.Equals("Sandbox", StringComparison.OrdinalIgnoreCase) => "Sandbox",
        _ => "Embedded",
    };

    private string Class => Name.ToLowerInvariant();
}
