namespace PagoConsole.Hosting.Commands;

/// <summary>Something that the program does instead of serving the console.</summary>
internal abstract class Verb
{
    /// <summary>Its word on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Its own arguments, as the usage shows them.</summary>
    public abstract string Arguments { get; }

    /// <summary>What it does, in one line.</summary>
    public abstract string Does { get; }

    /// <summary>Does it.</summary>
    /// <param name="args">What stood behind the verb; settings among it.</param>
    /// <param name="ct">Cancelled by Ctrl-C and by SIGTERM.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">The arguments are wrong.</exception>
    public abstract Task<int> RunAsync(string[] args, CancellationToken ct);
}

/// <summary>The command line cannot be understood.</summary>
internal sealed class UsageException(string what) : Exception(what);

/// <summary>How a verb ends.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int FoundFailure = 1;
    public const int WrongArguments = 2;
}
