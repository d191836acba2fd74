using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Callbacks;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Overview;
using PagoConsole.Core.Review.Queue;
using PagoConsole.Core.Webhooks;
using PagoConsole.ReviewQueue.Queue;
using PagoConsole.Shared;

namespace PagoConsole.Overview;

/// <summary>The figures of today and of what waits; what the viewer's role does not include is not there.</summary>
public sealed partial class TodayTiles
{
    private static readonly DeliveryVerdict[] AtTheDoor = [DeliveryVerdict.BadSignature, DeliveryVerdict.NetworkNotAllowed, DeliveryVerdict.TooLarge];
    private static readonly ReviewsFilter OldestFirst = new() { Order = QueueOrder.Oldest };
    private static readonly CallbacksFilter Parked = new() { State = OutboxState.Parked };

    [Inject]
    internal IStringLocalizer<OverviewText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public required TodayView View { get; set; }

    private string Comparison()
    {
        var weekday = CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(View.Orders.Today.Day.DayOfWeek);
        return View.Orders.Usual is { } usual ? Text["Comparison", weekday, usual.Days] : Text["Comparison_None", weekday];
    }

    private string? OldestOf(Waiting waiting) => waiting.Oldest is { } oldest ? Text["Oldest", InstantFormat.Relative(oldest, View.At, Browser.Zone, Words)].Value : null;

    private static string UpTo(int count, int most) => count >= most ? $"{Number(most)}+" : Number(count);

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
