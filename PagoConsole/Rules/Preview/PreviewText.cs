namespace PagoConsole.Rules.Preview;

/// <summary>Names the resource triple of previews and suggestions.</summary>
internal sealed class PreviewText;
