namespace PagoConsole.Core.Payments;

/// <summary>What a command changes at PagoEfectivo.</summary>
public enum CommandKind
{
    /// <summary>Makes a payable code.</summary>
    Create,

    /// <summary>Calls a code off.</summary>
    Cancel,

    /// <summary>Sends money back.</summary>
    Refund,
}

/// <summary>How far a command has come.</summary>
public enum CommandState
{
    /// <summary>Its fate is open: to be called, being called, or to be called again.</summary>
    Waiting,

    /// <summary>PagoEfectivo did it.</summary>
    Done,

    /// <summary>PagoEfectivo will not do it.</summary>
    Refused,

    /// <summary>It was never sent and is not wanted any more.</summary>
    Withdrawn,

    /// <summary>Nobody knows whether it was done; a person finds out. Refunds only.</summary>
    Unknown,
}

/// <summary>
/// One call that changes something at PagoEfectivo, with its own fate. Written in the transaction that wants it; whoever claims it calls;
/// a second transaction records the outcome if the lease is still theirs. A process that dies in between leaves it to the next one.
/// </summary>
public sealed class GatewayCommand
{
    /// <summary>The bell of the pump that carries them out.</summary>
    public const string Bell = "gateway";

    /// <summary>Its id, and the <c>Idempotency-Key</c> of every call made for it.</summary>
    public required string CommandId { get; init; }

    /// <summary>Whose payment it is about.</summary>
    public required string OrderId { get; init; }

    /// <summary>What it changes.</summary>
    public required CommandKind Kind { get; init; }

    /// <summary>The payment, where there is one already.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The refund that it carries out.</summary>
    public string? RefundId { get; init; }

    /// <summary>The exact body of every call; empty for a cancel. Holds personal data of the buyer.</summary>
    public required string Body { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public CommandState State { get; private set; }

    /// <summary>How often somebody took it up.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether a call may have left this machine.</summary>
    public bool MaybeSent { get; private set; }

    /// <summary>The same, before the present claim.</summary>
    public bool SentBefore { get; private set; }

    /// <summary>When it may be taken up, in real time; while somebody has it, when their time ends: those in hand are not looked through for the next.</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Who has it now.</summary>
    public string? LeaseToken { get; private set; }

    /// <summary>Until when, in real time.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>When its fate was known.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The last outcome, as a stable word or code.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Takes it up in the very transaction that writes it, so that the pump leaves it to us.</summary>
    public GatewayCommand Claimed(string token, DateTimeOffset until)
    {
        (LeaseToken, LeaseUntil, NextAttemptAt, Attempts, MaybeSent) = (token, until, until, 1, true);
        return this;
    }

    /// <summary>Its fate is known.</summary>
    public void End(CommandState state, string outcome, DateTimeOffset now)
    {
        (State, Outcome, EndedAt) = (state, outcome, now);
        (LeaseToken, LeaseUntil) = (null, null);
    }

    /// <summary>Its fate stays open; it is taken up again later.</summary>
    /// <param name="outcome">What the last try came to.</param>
    /// <param name="nothingWasDone">PagoEfectivo certainly did nothing on the last try.</param>
    /// <param name="pause">How long until the next one.</param>
    public void Postpone(string outcome, bool nothingWasDone, TimeSpan pause)
    {
        if (nothingWasDone) MaybeSent = SentBefore;
        Outcome = outcome;
        NextAttemptAt = Foundation.RealClock.Now + pause;
        (LeaseToken, LeaseUntil) = (null, null);
    }

    /// <summary>How long to wait after so many tries: 1 s, 2 s, 4 s … at most a minute.</summary>
    public TimeSpan Backoff => TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(Attempts - 1, 10))));
}

/// <summary>One HTTP attempt, kept with the order, ready to copy for support.</summary>
public sealed class GatewayCallRow
{
    /// <summary>Grows.</summary>
    public long Id { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The command it was made for; null for a look-up.</summary>
    public string? CommandId { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query.</summary>
    public required string Path { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required long DurationMs { get; init; }

    /// <summary>How it ended.</summary>
    public required PagoEfectivo.GatewayFault Fault { get; init; }

    /// <summary>HTTP status, if an answer came.</summary>
    public int? Status { get; init; }

    /// <summary>PagoEfectivo's error code, if the answer has one.</summary>
    public int? Code { get; init; }

    /// <summary>PagoEfectivo's <c>request_id</c>.</summary>
    public string? RequestId { get; init; }
}
