namespace PagoConsole.Core.Storage;

/// <summary>Too many wait to write, or for too long: nothing was done, and the same can be asked again in a moment. A matter for a 503.</summary>
public sealed class StoreBusyException() : Exception("Too much waits to be written.");
