using System.Text.Json;
using System.Text.RegularExpressions;
using PagoConsole.Core.Foundation.Telemetry;
using PagoConsole.Hosting.LiveFeed;
using PagoConsole.Tests.Conventions;
using YamlDotNet.RepresentationModel;

namespace PagoConsole.Tests.Hosting.Telemetry;

/// <summary>The files that operators load: they can be read, and name nothing that is not measured.</summary>
public sealed partial class DashboardTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "operations", "grafana");

    /// <summary>The dashboard's expressions and the rules'.</summary>
    public static IEnumerable<string> Expressions()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "pagoconsole.json")));
        foreach (var panel in dashboard.RootElement.GetProperty("panels").EnumerateArray())
            foreach (var target in panel.GetProperty("targets").EnumerateArray())
                yield return target.GetProperty("expr").GetString()!;
        var rules = new YamlStream();
        using (var file = File.OpenText(Path.Combine(Folder, "alerts.yml"))) rules.Load(file);
        foreach (var group in (YamlSequenceNode)rules.Documents[0].RootNode["groups"])
            foreach (var rule in (YamlSequenceNode)group["rules"])
            {
                Assert.Contains(((YamlScalarNode)rule["labels"]["severity"]).Value, (string[])["critical", "warning"]);
                Assert.NotEmpty(((YamlScalarNode)rule["annotations"]["action"]).Value!);
                yield return ((YamlScalarNode)rule["expr"]).Value!;
            }
    }

    /// <summary>The figures that an expression asks for.</summary>
    public static IEnumerable<string> NamesIn(string expression) =>
        Name().Matches(Label().Replace(expression, "")).Select(match => match.Value).Where(name => name.Contains('_', StringComparison.Ordinal) && name != "histogram_quantile");

    /// <summary>What happens too seldom to wait for: one of each.</summary>
    internal static void MeasureTheRare()
    {
        WorkMeasures.Lane.Record(0.001, new KeyValuePair<string, object?>("priority", "Normal"));
        FeedMeasures.Ended.Add(0, new KeyValuePair<string, object?>("reason", "slow"));
        FeedMeasures.Connections.Add(0);
    }

    [Fact]
    public void They_can_be_read_and_ask_for_something() => Assert.True(Expressions().SelectMany(NamesIn).Distinct().Count() > 15);

    [Fact]
    public void Every_figure_of_ours_is_explained()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations", "telemetry.md"));

        Expressions().SelectMany(NamesIn).Distinct().Select(name => Suffix().Replace(name, "")).Where(name => !page.Contains(name, StringComparison.Ordinal))
            .AssertNone("docs/operations/telemetry.md does not say what these tell.");
    }

    [GeneratedRegex(@"\b[a-z][a-z0-9_]*\b")]
    private static partial Regex Name();

    [GeneratedRegex("""\{[^}]*\}|by \([^)]*\)|"[^"]*"|\[[^\]]*\]""")]
    private static partial Regex Label();

    [GeneratedRegex("_(bucket|count|sum)$")]
    private static partial Regex Suffix();
}
