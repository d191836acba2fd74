namespace PagoConsole.Shared;

/// <summary>What a state's colour says; the word and the icon beside it say the same.</summary>
public enum Tone
{
    Neutral,
    Good,
    Waiting,
    Bad,
    Note,
}
