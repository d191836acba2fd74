namespace PagoConsole.Admin.Access;

/// <summary>Names the resource triple of the pages about people, keys and secrets.</summary>
internal sealed class AccessText;
