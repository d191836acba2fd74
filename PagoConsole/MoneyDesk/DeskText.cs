namespace PagoConsole.MoneyDesk;

/// <summary>Names the resource triple of the desk for money that waits.</summary>
internal sealed class DeskText;
