namespace PagoConsole.Orders;

/// <summary>Names the resource triple of the list of orders and the page of one.</summary>
internal sealed class OrdersText;
