namespace PagoConsole.Core.Marketplace;

/// <summary>Kinds of journal entries about messages to the marketplace.</summary>
public static class CallbackEvents
{
    /// <summary>A message was given up.</summary>
    public const string Parked = "callback.parked";

    /// <summary>A person has it sent again.</summary>
    public const string SentAgain = "callback.sent_again";

    /// <summary>A person sent a test; it is about no order.</summary>
    public const string Tested = "callback.tested";
}
