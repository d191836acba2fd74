using System.Text.RegularExpressions;
using Serilog.Core;
using Serilog.Events;

namespace PagoConsole.Hosting.Telemetry;

/// <summary>
/// Takes what stands in query strings (tokens, what people search for) and the tokens of buyers' pages out of what the framework writes when somebody
/// turns its levels up. Our own lines name routes and ids only, and once
/// the link of the first admin, which is meant to be read there.
/// </summary>
internal sealed partial class LogRedaction : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Properties.TryGetValue("SourceContext", out var source) && source is ScalarValue { Value: string own } && own.StartsWith("PagoConsole.", StringComparison.Ordinal)) return;
        foreach (var (name, value) in logEvent.Properties.ToList())
            if (Clean(value) is { } clean) logEvent.AddOrUpdateProperty(new LogEventProperty(name, clean));
    }

    /// <summary>The value without tokens; null if it has none.</summary>
    private static LogEventPropertyValue? Clean(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } when Token().IsMatch(text) => new ScalarValue(Token().Replace(text, "$1***")),
        ScalarValue { Value: not null and not string and not ValueType } other when Token().IsMatch(other.Value.ToString() ?? "") => new ScalarValue("***"),
        SequenceValue list when list.Elements.Any(element => Clean(element) is not null) => new SequenceValue(list.Elements.Select(element => Clean(element) ?? element)),
        StructureValue or DictionaryValue when Token().IsMatch(value.ToString()) => new ScalarValue("***"),
        _ => null,
    };

    [GeneratedRegex("""([?&][^=&\s"'{}]+=|(?<![\w-])pay/|Bearer\s+)[^&\s"'?#/{}]+""", RegexOptions.IgnoreCase)]
    private static partial Regex Token();
}
