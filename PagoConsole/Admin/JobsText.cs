namespace PagoConsole.Admin;

/// <summary>Names the resource triple of the jobs.</summary>
internal sealed class JobsText;
