namespace PagoConsole.Callbacks;

/// <summary>Names the resource triple of the deliveries to the marketplace.</summary>
internal sealed class CallbacksText;
