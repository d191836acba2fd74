using System.Text.RegularExpressions;

namespace PagoConsole.Tests.Conventions;

internal static class Findings
{
    /// <summary>Fails with every finding on a line of its own, so that one run shows all there is to mend.</summary>
    public static void AssertNone(this IEnumerable<string> findings, string rule)
    {
        var all = findings.Distinct().Order(StringComparer.Ordinal).ToList();
        if (all.Count > 0) Assert.Fail($"{rule}{Environment.NewLine}{string.Join(Environment.NewLine, all)}");
    }

    /// <summary>Lines that match, as file, line number and text. Comments are not looked at.</summary>
    public static IEnumerable<string> Matching(this IEnumerable<SourceFile> files, Regex pattern) =>
        from file in files
        from line in file.Lines.Select((text, index) => (Text: WithoutComment(text), Number: index + 1))
        where pattern.IsMatch(line.Text)
        select $"{file}:{line.Number}: {line.Text.Trim()}";

    private static string WithoutComment(string line)
    {
        var trimmed = line.TrimStart();
        return trimmed.StartsWith("//", StringComparison.Ordinal) ? "" : Regex.Replace(line, @"\s//\s.*$", "");
    }
}
