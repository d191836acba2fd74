namespace PagoConsole.Admin;

/// <summary>Names the resource triple of the connection check.</summary>
internal sealed class ConnectionText;
