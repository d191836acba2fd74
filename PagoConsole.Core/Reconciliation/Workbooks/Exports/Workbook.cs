namespace PagoConsole.Core.Reconciliation.Workbooks.Exports;

/// <summary>How far a workbook that is made in the background has come.</summary>
public enum WorkbookState
{
    /// <summary>Waits for its turn: one is made at a time.</summary>
    Waiting,

    /// <summary>Is being made.</summary>
    Making,

    /// <summary>Can be downloaded.</summary>
    Ready,

    /// <summary>Could not be made.</summary>
    Failed,

    /// <summary>Nobody wants it any more.</summary>
    Cancelled,
}

/// <summary>A workbook, or a CSV, that is too large to be waited for: made in the background and kept for some days.</summary>
public sealed class Workbook
{
    /// <summary>The bell of the pump that makes them.</summary>
    public const string Bell = "workbooks";

    /// <summary>Its id.</summary>
    public required string WorkbookId { get; init; }

    /// <summary>What it is to hold (JSON of a <see cref="WorkbookRequest"/>).</summary>
    public required string Request { get; init; }

    /// <summary>Workbook or CSV.</summary>
    public required WorkbookForm Form { get; init; }

    /// <summary>What the file is called.</summary>
    public required string FileName { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>How far it is.</summary>
    public WorkbookState State { get; private set; }

    /// <summary>Rows written so far.</summary>
    public long RowsDone { get; private set; }

    /// <summary>Rows there are to write.</summary>
    public long RowsTotal { get; set; }

    /// <summary>How often its making was begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whose turn it is to make it; null while nobody does.</summary>
    public string? LeaseToken { get; private set; }

    /// <summary>Until when, in real time: a process that was killed does not say so again.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>When it was ready, had failed or was cancelled.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When it is deleted.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Its length in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>SHA-256 of its bytes.</summary>
    public byte[] Sha256 { get; private set; } = [];

    /// <summary>When whoever asked for it first took it.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; private set; }

    /// <summary>Whether it is still to be made.</summary>
    public bool IsUnderWay => State is WorkbookState.Waiting or WorkbookState.Making;

    /// <summary>The stream of its journal entries.</summary>
    public string Stream => $"workbook/{WorkbookId}";

    /// <summary>Somebody begins to make it, from the beginning.</summary>
    public void Begin(string token, DateTimeOffset until)
    {
        (State, RowsDone, LeaseToken, LeaseUntil) = (WorkbookState.Making, 0, token, until);
        Attempts++;
        Version++;
    }

    /// <summary>It is here.</summary>
    public void Finish(long rows, long bytes, byte[] sha256, DateTimeOffset now, DateTimeOffset expires)
    {
        (RowsDone, RowsTotal, Bytes, Sha256) = (rows, rows, bytes, sha256);
        End(WorkbookState.Ready, now, expires);
    }

    /// <summary>It could not be made, or nobody wants it any more.</summary>
    public void GiveUp(WorkbookState state, DateTimeOffset now, DateTimeOffset expires) => End(state, now, expires);

    /// <summary>It is to be made from the beginning once more, later.</summary>
    public void PutBack()
    {
        (State, LeaseToken, LeaseUntil) = (WorkbookState.Waiting, null, null);
        Version++;
    }

    private void End(WorkbookState state, DateTimeOffset now, DateTimeOffset expires)
    {
        (State, EndedAt, ExpiresAt, LeaseToken, LeaseUntil) = (state, now, expires, null, null);
        Version++;
    }
}

/// <summary>A piece of a workbook's file: all of them in order are the file.</summary>
public sealed class WorkbookChunk
{
    /// <summary>The workbook.</summary>
    public required string WorkbookId { get; init; }

    /// <summary>Its place, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Content { get; init; }
}
