using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Alarms.Delivery;
using PagoConsole.Core.Foundation;
using PagoConsole.Hosting;
using PagoConsole.Shared;

namespace PagoConsole.Alarms;

/// <summary>Writes letters about alarms with the words that the bell uses: what it is, about what, and what to do.</summary>
internal sealed class AlarmLetters(IStringLocalizer<AlarmsText> text, PublicAddress address) : IAlarmLetters
{
    public AlarmLetter Write(IReadOnlyList<Alarm> alarms, string language)
    {
        // A job has no culture of its own; the words and dates are those of the letter while it is written.
        var (words, before) = (ConsoleCultures.For(language) ?? ConsoleCultures.Default, (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture));
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (words, words);
        try
        {
            return new AlarmLetter(SubjectOf(alarms), BodyOf(alarms));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private string SubjectOf(IReadOnlyList<Alarm> alarms)
    {
        var worst = alarms.MinBy(alarm => alarm.Severity == AlarmSeverity.Critical ? 0 : 1)!;
        var first = $"{text[$"Severity_{worst.Severity}"]}: {text[$"Alarm_{worst.Kind}"]}";
        return alarms.Count == 1 ? $"PagoConsole · {first}" : $"PagoConsole · {text["Letter_Several", alarms.Count, first]}";
    }

    private string BodyOf(IReadOnlyList<Alarm> alarms)
    {
        var body = new StringBuilder();
        foreach (var alarm in alarms.OrderBy(alarm => alarm.Severity == AlarmSeverity.Critical ? 0 : 1).ThenBy(alarm => alarm.RaisedAt))
        {
            body.AppendLine(CultureInfo.CurrentCulture, $"{text[$"Severity_{alarm.Severity}"]}: {text[$"Alarm_{alarm.Kind}"]}");
            body.AppendLine(CultureInfo.CurrentCulture, $"{alarm.Subject} · {InstantFormat.Exact(alarm.RaisedAt, Lima.Zone)} (Lima)");
            if (text.DetailsOf(alarm) is { } details) body.AppendLine(details);
            body.AppendLine(text[$"Alarm_{alarm.Kind}_Do"]).AppendLine();
        }

        return body.Append(address.Root).ToString();
    }
}
