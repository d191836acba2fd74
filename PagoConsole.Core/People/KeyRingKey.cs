namespace PagoConsole.Core.People;

/// <summary>One key of the ring that protects cookies and forms; in the database, so that all nodes and restarts share it.</summary>
public sealed class KeyRingKey
{
    /// <summary>Its name, as the ring gives it.</summary>
    public required string Name { get; init; }

    /// <summary>The key as XML, as the ring writes it.</summary>
    public required string Xml { get; init; }
}
