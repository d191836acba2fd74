using System.Globalization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>One row of a list of differences.</summary>
public sealed record DifferenceRow
{
    /// <summary>Its id.</summary>
    public required string DifferenceId { get; init; }

    /// <summary>The business day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What disagrees.</summary>
    public required DifferenceKind Kind { get; init; }

    /// <summary>What tells it from the others of its day and kind.</summary>
    public required string Fact { get; init; }

    /// <summary>The order.</summary>
    public string? OrderId { get; init; }

    /// <summary>The payment.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The payable code.</summary>
    public string? Cip { get; init; }

    /// <summary>The transaction.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The seller.</summary>
    public string? SellerId { get; init; }

    /// <summary>The line's place in its report.</summary>
    public long? RowNumber { get; init; }

    /// <summary>What it is about in money.</summary>
    public required Money AtStake { get; init; }

    /// <summary>What stands here.</summary>
    public string? Here { get; init; }

    /// <summary>What the report says.</summary>
    public string? There { get; init; }

    /// <summary>How far people have come.</summary>
    public required DifferenceState State { get; init; }

    /// <summary>Who works on it.</summary>
    public string? Owner { get; init; }

    /// <summary>What was last said of it.</summary>
    public string? Note { get; init; }

    /// <summary>Who brought it into its state.</summary>
    public string? StateBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? StateAt { get; init; }

    /// <summary>How it mended itself.</summary>
    public Mending? Mended { get; init; }

    /// <summary>Who wants to write it off.</summary>
    public string? WriteOffBy { get; init; }

    /// <summary>The money case of the same money.</summary>
    public string? MoneyCaseId { get; init; }

    /// <summary>When it was first found.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>When a run last found it.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }

    /// <summary>Where its order stands; null where no order here has this id.</summary>
    public OrderStatus? OrderStatus { get; init; }

    /// <summary>Whether its order turned out to be fraud, as far as somebody has said.</summary>
    public bool? Fraud { get; init; }

    /// <summary>What review decided about its order.</summary>
    public ReviewDecision? Decision { get; init; }

    /// <summary>Whether it waits for anybody.</summary>
    public bool IsOpen => State is DifferenceState.Open or DifferenceState.WaitingForPagoEfectivo;
}

/// <summary>Where a page of the list begins: what has most money at stake comes first.</summary>
/// <param name="AtStakeMinor">The amount of the last row of the page before, in hundredths.</param>
/// <param name="DifferenceId">Its id.</param>
public sealed record DifferenceKey(long AtStakeMinor, string DifferenceId)
{
    /// <summary>As an address has it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AtStakeMinor}.{DifferenceId}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static DifferenceKey? Parse(string? text) =>
        text?.Split('.', 2) is [var minor, { Length: > 0 } id] && long.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? new(at, id) : null;
}

/// <summary>A page of differences.</summary>
/// <param name="Rows">The differences, most money at stake first.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record DifferenceRows(IReadOnlyList<DifferenceRow> Rows, DifferenceKey? Next);

/// <summary>Buyers' money at PagoEfectivo for which there is no order here: it waits on no other desk.</summary>
/// <param name="Count">How many payments.</param>
/// <param name="Amounts">What they come to, by currency.</param>
public sealed record MoneyOfNoOrder(int Count, IReadOnlyList<Money> Amounts);

/// <summary>How many differences are alike in all that a list is filtered by.</summary>
/// <param name="Kind">What disagrees.</param>
/// <param name="State">How far people have come.</param>
/// <param name="Owner">Who works on them; null where nobody does.</param>
/// <param name="Currency">Their currency.</param>
/// <param name="Count">How many.</param>
/// <param name="Minor">What they have at stake together, in hundredths.</param>
public sealed record DifferenceCount(DifferenceKind Kind, DifferenceState State, string? Owner, Currency Currency, int Count, long Minor)
{
    /// <summary>Whether a second person must agree to write them off.</summary>
    public bool AwaitsSecond { get; init; }

    /// <summary>Whether they mended themselves.</summary>
    public bool Mended { get; init; }

    /// <summary>Whether they wait for anybody.</summary>
    public bool IsOpen => State is DifferenceState.Open or DifferenceState.WaitingForPagoEfectivo;
}
