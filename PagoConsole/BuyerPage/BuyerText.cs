namespace PagoConsole.BuyerPage;

/// <summary>Names the resource triple of the buyer's page.</summary>
internal sealed class BuyerText;
