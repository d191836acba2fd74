using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <content>What people have made of it, and what it became by itself.</content>
public sealed partial class Difference
{
    /// <summary>How far people have come with it.</summary>
    public DifferenceState State { get; private set; }

    /// <summary>Counts the changes: who decides says which one they looked at.</summary>
    public int Version { get; private set; }

    /// <summary>Who works on it, as an actor's signature; null while nobody does.</summary>
    public string? Owner { get; private set; }

    /// <summary>What was last said of it.</summary>
    public string? Note { get; private set; }

    /// <summary>Who brought it into this state; null while it is as it was found.</summary>
    public string? StateBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? StateAt { get; private set; }

    /// <summary>How it mended itself; null if it did not.</summary>
    public Mending? Mended { get; private set; }

    /// <summary>Who wants to write it off, where a second person must agree.</summary>
    public string? WriteOffBy { get; private set; }

    /// <summary>When they said so.</summary>
    public DateTimeOffset? WriteOffAt { get; private set; }

    /// <summary>What they wrote.</summary>
    public string? WriteOffNote { get; private set; }

    /// <summary>Who changed it last.</summary>
    public string? ChangedBy { get; private set; }

    /// <summary>The money case of the same money; null where there is none.</summary>
    public string? MoneyCaseId { get; private set; }

    /// <summary>What PagoEfectivo said of its payment when it was last asked because of this difference (JSON of <see cref="PaymentAnswer"/>).</summary>
    public string? Told { get; private set; }

    /// <summary>When it was asked; null if it never was.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>Whether it waits for anybody, and keeps its day from being closed.</summary>
    public bool IsOpen => State is DifferenceState.Open or DifferenceState.WaitingForPagoEfectivo;

    /// <summary>Whether somebody wants to write it off and a second person must agree.</summary>
    public bool AwaitsSecond => WriteOffBy is not null;

    /// <summary>It has mended itself: unless people were done with it, it counts as corrected.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Mend(Mending how, string by, DateTimeOffset now)
    {
        if (!IsOpen) return false;
        Enter(DifferenceState.Corrected, how, by, now);
        return true;
    }

    /// <summary>What a run finds now. Other figures than before are a change: whoever looks at the old ones decides nothing by them.</summary>
    /// <returns>Whether they are others.</returns>
    public bool Tell(string? here, string? there, Money atStake)
    {
        if (Here == here && There == there && AtStake == atStake) return false;
        Version++;
        (Here, There, AtStakeMinor, Currency) = (here, there, atStake.Minor, atStake.Currency);
        (WriteOffBy, WriteOffAt, WriteOffNote) = (null, null, null);
        return true;
    }

    /// <summary>A run found it again after it had mended itself, or with other figures than those that people decided about.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Reopen(string by, DateTimeOffset now)
    {
        if (IsOpen) return false;
        Enter(DifferenceState.Open, null, by, now);
        return true;
    }

    private void Enter(DifferenceState state, Mending? mended, string by, DateTimeOffset now)
    {
        Version++;
        (State, Mended, StateBy, StateAt, ChangedBy) = (state, mended, by, now, by);
        (WriteOffBy, WriteOffAt, WriteOffNote) = (null, null, null);
    }
}
