namespace PagoConsole.Core.Risk.BackTest;

/// <summary>How well something tells fraud from good orders, against labels.</summary>
/// <param name="Precision">Of what it flagged, the part that was fraud; null where it flagged nothing that is labelled.</param>
/// <param name="Recall">Of all fraud, the part that it flagged; null where there is none.</param>
/// <param name="F1">The harmonic mean of both; null where one of them is.</param>
public sealed record Figures(double? Precision, double? Recall, double? F1);

/// <summary>Labelled orders, counted by what they were and what was said of them.</summary>
/// <param name="Caught">Fraud that was flagged.</param>
/// <param name="FalseAlarms">Good orders that were flagged.</param>
/// <param name="Fraud">All fraud.</param>
internal readonly record struct Confusion(long Caught, long FalseAlarms, long Fraud)
{
    public double? Precision => Caught + FalseAlarms == 0 ? null : (double)Caught / (Caught + FalseAlarms);

    public double? Recall => Fraud == 0 ? null : (double)Caught / Fraud;

    public double? F1 => Precision is null || Recall is null ? null : 2.0 * Caught / (Caught + FalseAlarms + Fraud);

    public Figures ToFigures() => new(Precision, Recall, F1);

    public Confusion With(bool flagged, bool fraud) => new(
        Caught + (flagged && fraud ? 1 : 0), FalseAlarms + (flagged && !fraud ? 1 : 0), Fraud + (fraud ? 1 : 0));
}
