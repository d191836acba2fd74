namespace PagoConsole.Shared;

/// <summary>Names the resource triple of the shared components.</summary>
internal sealed class SharedText;
