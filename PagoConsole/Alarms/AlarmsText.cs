namespace PagoConsole.Alarms;

/// <summary>Names the resource triple of the alarms: a title and what to do for each kind.</summary>
internal sealed class AlarmsText;
