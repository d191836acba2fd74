namespace PagoConsole.Hosting.Commands;

/// <summary>A verb's own options and the settings of the program, told apart: settings have a section (<c>--Storage:Provider Postgres</c>).</summary>
internal sealed class VerbArguments
{
    private static readonly string[] SettingsWithoutSection = ["environment", "urls", "publicurl"];

    private readonly Dictionary<string, string> options = [];
    private readonly List<string> settings = [];
    private readonly List<string> words = [];
    private readonly HashSet<string> flags = [];

    private VerbArguments()
    {
    }

    /// <summary>The settings, as the configuration reads them.</summary>
    public string[] Settings => [.. settings];

    /// <summary>What stood there beside options and settings, in order.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>The value of an option of the verb, or null when it was not given.</summary>
    public string? this[string option] => options.GetValueOrDefault(option);

    /// <summary>Whether a flag was given.</summary>
    public bool Has(string flag) => flags.Contains(flag);

    /// <summary>Reads them; every option takes a value, as <c>--order ID</c> or <c>--order=ID</c>.</summary>
    /// <exception cref="UsageException">Something is neither an option of the verb nor a setting, or lacks its value.</exception>
    public static VerbArguments Parse(string[] args, params string[] known) => Parse(args, words: 0, flags: [], known);

    /// <summary>Reads them for a verb that also takes words (a file's name) and flags without a value (<c>--json</c>).</summary>
    /// <exception cref="UsageException">Something is none of what the verb takes, or lacks its value.</exception>
    public static VerbArguments Parse(string[] args, int words, string[] flags, params string[] known)
    {
        var parsed = new VerbArguments();
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                if (parsed.words.Count == words) throw new UsageException($"{args[i]} is not understood.");
                parsed.words.Add(args[i]);
                continue;
            }

            if (flags.Contains(args[i][2..], StringComparer.Ordinal))
            {
                parsed.flags.Add(args[i][2..]);
                continue;
            }

            var (name, value) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            if (value is null && (++i == args.Length || args[i].StartsWith("--", StringComparison.Ordinal)))
                throw new UsageException($"{name} needs a value.");
            parsed.Keep(name[2..], value ?? args[i], known);
        }

        return parsed;
    }

    private void Keep(string name, string value, string[] known)
    {
        if (known.Contains(name, StringComparer.Ordinal))
        {
            if (value.Length == 0) throw new UsageException($"--{name} needs a value.");
            if (!options.TryAdd(name, value)) throw new UsageException($"--{name} was given twice.");
        }
        else if (name.Contains(':', StringComparison.Ordinal) || SettingsWithoutSection.Contains(name.ToLowerInvariant()))
        {
            settings.Add($"--{name}={value}");
        }
        else
        {
            throw new UsageException($"--{name} is not understood.");
        }
    }
}
