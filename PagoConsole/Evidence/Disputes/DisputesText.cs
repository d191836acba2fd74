namespace PagoConsole.Evidence.Disputes;

/// <summary>Names the resource triple of disputes.</summary>
internal sealed class DisputesText;
