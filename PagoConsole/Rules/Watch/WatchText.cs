namespace PagoConsole.Rules.Watch;

/// <summary>Names the resource triple of the watch after a publish.</summary>
internal sealed class WatchText;
