namespace PagoConsole.Core.Foundation;

/// <summary>Closes texts so that the database alone tells nobody what they are. The host does it with its ring of keys.</summary>
public interface ISeal
{
    /// <summary>Closes a text for a purpose; no other purpose opens it.</summary>
    string Close(string purpose, string text);

    /// <summary>Opens what <see cref="Close"/> made; null if it was made by other keys or for another purpose.</summary>
    string? Open(string purpose, string closed);
}
