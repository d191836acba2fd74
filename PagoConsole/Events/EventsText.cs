namespace PagoConsole.Events;

/// <summary>Names the resource triple of the live feed.</summary>
internal sealed class EventsText;
