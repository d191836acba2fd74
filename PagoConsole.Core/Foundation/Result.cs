namespace PagoConsole.Core.Foundation;

/// <summary>An expected "no": which one, about which field, with the figures that its words need.</summary>
/// <param name="Code">Which no.</param>
/// <param name="Field">The wire name of the field at fault, if one is.</param>
/// <param name="Detail">What was wrong with it, in English for programs; people read the resource of the code.</param>
/// <param name="Args">Values for the words on screen.</param>
public sealed record Refusal(RefusalCode Code, string? Field = null, string? Detail = null, IReadOnlyList<object>? Args = null);

/// <summary>What an action came to: its value, or a refusal. Exceptions are for bugs and outages.</summary>
/// <typeparam name="T">What it gives when it is done.</typeparam>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    /// <summary>The refusal, or null when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether it was done.</summary>
    public bool Done => Refusal is null;

    /// <summary>What it gave.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal}");

    /// <summary>A done result.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refused result.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);

    /// <summary>A refused result that needs no more than its code.</summary>
    public static implicit operator Result<T>(RefusalCode code) => new(default, new Refusal(code));
}

/// <summary>The value of an action that gives nothing but that it is done.</summary>
public readonly record struct Unit;
