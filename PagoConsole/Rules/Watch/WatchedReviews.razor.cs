using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Watch;

namespace PagoConsole.Rules.Watch;

/// <summary>What people decided of the orders that the rules held, before and after a publish.</summary>
public sealed partial class WatchedReviews
{
    [Inject]
    internal IStringLocalizer<WatchText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required WatchedRate Rate { get; set; }

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
