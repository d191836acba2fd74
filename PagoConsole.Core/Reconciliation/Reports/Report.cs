namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>How a report came to us.</summary>
public enum ReportSource
{
    /// <summary>Asked for at PagoEfectivo.</summary>
    Pull,

    /// <summary>A file that a person handed in.</summary>
    Upload,

    /// <summary>A file given on the command line.</summary>
    CommandLine,
}

/// <summary>How far a report has come.</summary>
public enum ReportState
{
    /// <summary>Its rows are coming in.</summary>
    Arriving,

    /// <summary>All of it is here: its day can be matched against it.</summary>
    Whole,

    /// <summary>Something of it is missing or cannot be read; it never counts.</summary>
    Broken,
}

/// <summary>Why a report does not count.</summary>
public enum ReportFault
{
    /// <summary>It ended before its end, or holds fewer or more rows than PagoEfectivo says.</summary>
    CountDiffers,

    /// <summary>Its first line does not name the columns.</summary>
    Header,

    /// <summary>A line cannot be read.</summary>
    Line,

    /// <summary>There is nothing in it, not even a first line.</summary>
    Empty,

    /// <summary>The connection broke, or PagoEfectivo stopped sending.</summary>
    CutOff,

    /// <summary>PagoEfectivo gave no report: its answer was an error, or none came.</summary>
    NotGiven,

    /// <summary>Most of its payments are of another day, and whoever brought it did not say that this is meant.</summary>
    OtherDay,
}

/// <summary>PagoEfectivo's CSV of a business day, as it came at one time. It is never changed; a later one stands beside it.</summary>
public sealed class Report
{
    /// <summary>Its id.</summary>
    public required string ReportId { get; init; }

    /// <summary>The business day in Lima of which it tells.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How it came.</summary>
    public required ReportSource Source { get; init; }

    /// <summary>What the file was called; null for one that was pulled.</summary>
    public string? FileName { get; init; }

    /// <summary>Who had it brought in.</summary>
    public required string BroughtBy { get; init; }

    /// <summary>When it began to come in.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public ReportState State { get; set; }

    /// <summary>Why it does not count; null unless broken.</summary>
    public ReportFault? Fault { get; set; }

    /// <summary>The line of the fault, counted from 1 with the header; null where no line is at fault.</summary>
    public long? FaultLine { get; set; }

    /// <summary>What was wrong, as a stable English text for support.</summary>
    public string? FaultText { get; set; }

    /// <summary>How many rows PagoEfectivo says it has, without the header; null if it does not say.</summary>
    public long? RowsSaid { get; set; }

    /// <summary>How many rows it has.</summary>
    public long Rows { get; set; }

    /// <summary>Its length in bytes.</summary>
    public long Bytes { get; set; }

    /// <summary>SHA-256 of its bytes as they came; empty while it is arriving.</summary>
    public byte[] Sha256 { get; set; } = [];

    /// <summary>When a later pull last brought exactly the same bytes; such a pull is not kept again.</summary>
    public DateTimeOffset? SeenAgainAt { get; set; }

    /// <summary>How long it took to come in, in milliseconds.</summary>
    public long TookMs { get; set; }
}

/// <summary>A stretch of whole lines of a report, byte for byte as they came: all of them in order are the report.</summary>
public sealed class ReportChunk
{
    /// <summary>The report.</summary>
    public required string ReportId { get; init; }

    /// <summary>Its place, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The number of its first row, from 1, without the header.</summary>
    public required long FirstRow { get; init; }

    /// <summary>How many rows it holds; the first chunk holds the header besides.</summary>
    public required int Rows { get; init; }

    /// <summary>The bytes, UTF-8.</summary>
    public required byte[] Content { get; init; }
}
