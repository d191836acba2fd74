namespace PagoConsole.Core.Alarms.Delivery;

/// <summary>A way in which alarms reach people who do not look at the console.</summary>
internal interface IAlarmChannel
{
    /// <summary>Its name, for ever: <c>mail</c>. The journal names it so.</summary>
    string Key { get; }

    /// <summary>Whether it is configured.</summary>
    bool IsOn { get; }

    /// <summary>How many alarms go out together.</summary>
    int AtOnce { get; }

    /// <summary>Sends them, or throws; the exception's text is kept and shown, so it holds no secret.</summary>
    Task SendAsync(IReadOnlyList<Alarm> alarms, CancellationToken ct);
}
