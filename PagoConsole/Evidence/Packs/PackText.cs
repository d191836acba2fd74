namespace PagoConsole.Evidence.Packs;

/// <summary>Names the resource triple of the chain of evidence and of the pages in a pack.</summary>
internal sealed class PackText;
