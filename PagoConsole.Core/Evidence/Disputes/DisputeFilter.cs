using System.Globalization;
using PagoConsole.Core.Intake;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>Parts of the list of disputes.</summary>
public enum DisputesView
{
    /// <summary>Those that wait, the most urgent first.</summary>
    Open,

    /// <summary>Those that were won.</summary>
    Won,

    /// <summary>Those that were lost, or in which the marketplace gave in.</summary>
    Lost,

    /// <summary>Those that the buyer's side took back.</summary>
    Withdrawn,
}

/// <summary>Which disputes.</summary>
/// <param name="View">The part of the list.</param>
/// <param name="Code">Only those about this.</param>
/// <param name="OrderId">Only those of this order.</param>
public sealed record DisputeFilter(DisputesView View = DisputesView.Open, DisputeReason? Code = null, string? OrderId = null)
{
    /// <summary>The states of a part.</summary>
    public static IReadOnlyList<DisputeState> StatesOf(DisputesView view) => view switch
    {
        DisputesView.Open => [DisputeState.Open],
        DisputesView.Won => [DisputeState.Won],
        DisputesView.Lost => [DisputeState.Lost, DisputeState.Accepted],
        DisputesView.Withdrawn => [DisputeState.Withdrawn],
    };
}

/// <summary>Where a page of disputes begins: after this one.</summary>
/// <param name="At">Until when it is to be answered, or when it ended.</param>
/// <param name="DisputeId">Its id.</param>
public sealed record DisputeKey(DateTimeOffset At, string DisputeId)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static DisputeKey? Parse(string? text) =>
        text?.Split('~') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms < 253_402_300_800_000
            ? new DisputeKey(DateTimeOffset.FromUnixTimeMilliseconds(ms), id)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}~{DisputeId}");
}
