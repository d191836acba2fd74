using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Overview.Gateway;

namespace PagoConsole.Gateway;

/// <summary>How each call did within a time.</summary>
public sealed partial class CallTable
{
    [Inject]
    internal IStringLocalizer<GatewayText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<CallFigures> Calls { get; set; }

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
