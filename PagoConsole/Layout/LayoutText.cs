namespace PagoConsole.Layout;

/// <summary>Names the resource triple of the shell.</summary>
internal sealed class LayoutText;
