namespace PagoConsole.Core.Alarms.Delivery;

/// <summary>Writes e-mails about alarms; the words are the host's.</summary>
public interface IAlarmLetters
{
    /// <summary>One letter about all of them.</summary>
    /// <param name="alarms">At least one.</param>
    /// <param name="language">Its language.</param>
    AlarmLetter Write(IReadOnlyList<Alarm> alarms, string language);
}

/// <summary>An e-mail about alarms, as plain text.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Body">Its text.</param>
public sealed record AlarmLetter(string Subject, string Body);
