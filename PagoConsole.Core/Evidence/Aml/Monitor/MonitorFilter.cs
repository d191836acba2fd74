using System.Globalization;

namespace PagoConsole.Core.Evidence.Aml.Monitor;

/// <summary>Which documents of a month.</summary>
public enum MonitorView
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those whose sum reaches the threshold of a month.</summary>
    OverMonthly,

    /// <summary>Those with several payments just under the threshold of a single operation.</summary>
    Near,

    /// <summary>Those of which there is a case.</summary>
    Cases,
}

/// <summary>What the monitor shows.</summary>
/// <param name="Month">The month.</param>
/// <param name="View">Which documents.</param>
/// <param name="Document">Only this one.</param>
public sealed record MonitorFilter(AmlMonth Month, MonitorView View = MonitorView.All, byte[]? Document = null);

/// <summary>Where a page begins: after this document.</summary>
/// <param name="Rank">What it is put in order by.</param>
/// <param name="Document">Its hash, in small hexadecimal.</param>
public sealed record MonitorKey(long Rank, string Document)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static MonitorKey? Parse(string? text) =>
        text?.Split('~') is [var rank, var document] && long.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && DocumentHash.Parse(document) is not null
            ? new MonitorKey(number, document)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}~{Document}");
}
