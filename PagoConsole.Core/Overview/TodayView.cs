using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Overview;

/// <summary>Things that wait.</summary>
/// <param name="Count">How many; counted to <see cref="Most"/> only.</param>
/// <param name="Oldest">Since when the oldest waits; null where none does.</param>
public sealed record Waiting(int Count, DateTimeOffset? Oldest)
{
    /// <summary>Counts end here.</summary>
    public const int Most = 1000;

    /// <summary>Nothing.</summary>
    public static Waiting Nothing { get; } = new(0, null);
}

/// <summary>Today so far, as somebody may see it. What their role does not include is null.</summary>
public sealed record TodayView
{
    /// <summary>Now.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether any order was ever taken in.</summary>
    public required bool IsEmpty { get; init; }

    /// <summary>Whether the counting is far behind, so that figures are too low for the moment.</summary>
    public required bool IsBehind { get; init; }

    /// <summary>Orders taken in.</summary>
    public required TodayFigure Orders { get; init; }

    /// <summary>Orders paid.</summary>
    public required TodayFigure Paid { get; init; }

    /// <summary>Their amounts in soles, in hundredths.</summary>
    public TodayFigure? Soles { get; init; }

    /// <summary>Their amounts in other currencies.</summary>
    public IReadOnlyList<Money> OtherMoney { get; init; } = [];

    /// <summary>Orders whose time ran out.</summary>
    public required TodayFigure Expired { get; init; }

    /// <summary>Payments found by asking, of which no delivery had come.</summary>
    public required TodayFigure MissedWebhooks { get; init; }

    /// <summary>Deliveries turned away at the door.</summary>
    public TodayFigure? Refused { get; init; }

    /// <summary>Orders that wait for a person.</summary>
    public Waiting? InReview { get; init; }

    /// <summary>Messages to the marketplace that were given up.</summary>
    public required int ParkedCallbacks { get; init; }

    /// <summary>Money that waits for finance.</summary>
    public Waiting? MoneyCases { get; init; }
}
