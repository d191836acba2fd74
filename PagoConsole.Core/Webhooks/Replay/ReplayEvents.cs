namespace PagoConsole.Core.Webhooks.Replay;

/// <summary>Kinds of journal entries about replays of deliveries.</summary>
public static class ReplayEvents
{
    /// <summary>A person had a delivery processed again.</summary>
    public const string Replayed = "receipt.replayed";

    /// <summary>A person had it processed again, and it failed; nothing was changed.</summary>
    public const string Failed = "receipt.replay_failed";
}
