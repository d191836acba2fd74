namespace PagoConsole.Rules.Lists;

/// <summary>Names the resource triple of the lists' files, owners and hits.</summary>
internal sealed class ListsText;
