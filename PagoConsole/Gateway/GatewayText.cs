namespace PagoConsole.Gateway;

/// <summary>Names the resource triple of the page about PagoEfectivo's health.</summary>
internal sealed class GatewayText;
