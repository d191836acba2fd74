namespace PagoConsole.Overview;

/// <summary>Names the resource triple of the overview.</summary>
internal sealed class OverviewText;
