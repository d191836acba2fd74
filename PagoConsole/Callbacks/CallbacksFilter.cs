using System.Globalization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Outbox;

namespace PagoConsole.Callbacks;

/// <summary>How far back the list looks.</summary>
internal enum CallbacksPeriod
{
    All,
    Today,
    Week,
}

/// <summary>What the list shows, as its address says it, so that a link shows a colleague the same.</summary>
internal sealed record CallbacksFilter
{
    public OutboxState? State { get; init; }

    public CallbackType? Type { get; init; }

    public string? Order { get; init; }

    public CallbacksPeriod Period { get; init; }

    public long? Before { get; init; }

    /// <summary>The delivery whose detail is open beside the list.</summary>
    public long? Open { get; init; }

    public bool IsEmpty => State is null && Type is null && Order is null && Period == CallbacksPeriod.All;

    /// <summary>The first page of it, with nothing open.</summary>
    public CallbacksFilter First => this with { Before = null, Open = null };

    public static CallbacksFilter Parse(string? state, string? type, string? order, string? period, long? before, long? open) => new()
    {
        State = Named<OutboxState>(state),
        Type = Enum.GetValues<CallbackType>().Where(known => known.ToWire() == type).Select(known => (CallbackType?)known).FirstOrDefault(),
        Order = string.IsNullOrWhiteSpace(order) ? null : order.Trim(),
        Period = Named<CallbacksPeriod>(period) ?? CallbacksPeriod.All,
        Before = before,
        Open = open,
    };

    public (string Name, string? Value)[] ToQuery() =>
    [
        ("state", State?.ToString()),
        ("type", Type?.ToWire()),
        ("order", Order),
        ("period", Period == CallbacksPeriod.All ? null : Period.ToString()),
        ("before", Before?.ToString(CultureInfo.InvariantCulture)),
        ("open", Open?.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>As the query of Core asks for it; business days are Lima's.</summary>
    public CallbackFilter ToCore(DateTimeOffset now) => new(State, Type, Order, Start(now));

    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var named) && Enum.IsDefined(named) ? named : null;

    private DateTimeOffset? Start(DateTimeOffset now) => Period switch
    {
        CallbacksPeriod.All => null,
        CallbacksPeriod.Today => Lima.StartOf(Lima.DayOf(now)),
        CallbacksPeriod.Week => Lima.StartOf(Lima.DayOf(now).AddDays(-6)),
    };
}
