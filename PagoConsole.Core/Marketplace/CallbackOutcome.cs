using PagoConsole.Core.Outbox;

namespace PagoConsole.Core.Marketplace;

/// <summary>What one try to deliver came to.</summary>
internal enum CallbackEnd
{
    /// <summary>Any 2xx.</summary>
    Delivered,

    /// <summary>410: the marketplace wants no more of it.</summary>
    Gone,

    /// <summary>Anything else: it is tried again.</summary>
    Failed,

    /// <summary>It was not begun, or cut short by our own end: the claim is given back, and the try does not count.</summary>
    NotSent,
}

/// <summary>One try: the message, how it ended, the answer as it is shown (a status or what went wrong), and what was on the wire.</summary>
internal sealed record CallbackOutcome(OutboxMessage Message, CallbackEnd End, string Answer, CallbackAnswer? Wire = null);
