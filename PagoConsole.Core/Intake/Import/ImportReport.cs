namespace PagoConsole.Core.Intake.Import;

/// <summary>A line that was not taken.</summary>
/// <param name="Line">Its number in the file, the header being 1.</param>
/// <param name="Reason">Why, with the column where one is at fault.</param>
public sealed record RefusedLine(long Line, string Reason);

/// <summary>What became of a history file.</summary>
/// <param name="Read">Lines read, the header not counted.</param>
/// <param name="Taken">Orders stored.</param>
/// <param name="AlreadyThere">Orders that were there before, or stand in the file twice.</param>
/// <param name="RefusedCount">Lines not taken.</param>
/// <param name="Refused">The first of them.</param>
public sealed record ImportReport(long Read, long Taken, long AlreadyThere, long RefusedCount, IReadOnlyList<RefusedLine> Refused)
{
    /// <summary>Refused lines that are told one by one.</summary>
    public const int MostRefused = 100;
}

/// <summary>How far an import is.</summary>
/// <param name="Read">Lines read.</param>
/// <param name="Taken">Orders stored.</param>
/// <param name="Refused">Lines not taken.</param>
/// <param name="Share">The part of the file's bytes that was read, 0 to 1.</param>
public sealed record ImportProgress(long Read, long Taken, long Refused, double Share);
