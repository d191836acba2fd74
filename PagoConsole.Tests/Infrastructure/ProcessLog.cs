using System.Text.RegularExpressions;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>What a process wrote, line by line.</summary>
internal sealed class ProcessLog
{
    private readonly List<string> lines = [];

    public void Add(string? line)
    {
        if (line is null) return;
        lock (lines) lines.Add(line);
    }

    public void Clear()
    {
        lock (lines) lines.Clear();
    }

    /// <summary>The first line that matches; null when the process ended without one or the wait was given up.</summary>
    public async Task<Match?> WaitForAsync(Regex pattern, Func<bool> ended, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var gone = ended();
            lock (lines)
            {
                if (lines.Select(line => pattern.Match(line)).FirstOrDefault(match => match.Success) is { } found) return found;
            }

            if (gone) return null;
            await Task.Delay(30, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return null;
    }

    public string Tail(int count)
    {
        lock (lines) return string.Join(Environment.NewLine, lines.TakeLast(count));
    }

    /// <summary>Keeps the log of a console that complained, for whoever looks into a failed test.</summary>
    public void KeepIn(string folder, string name)
    {
        var text = ToString();
        if (!text.Contains(" ERR ", StringComparison.Ordinal)) return;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{name}.log"), $"{TestContext.Current.TestClass?.TestClassName}{Environment.NewLine}{text}");
    }

    public override string ToString() => Tail(int.MaxValue);
}
