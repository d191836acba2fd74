namespace PagoConsole.Core.PagoEfectivo.Rest;

/// <summary>What is known of one call while its attempts run; travels with the request through the handlers.</summary>
internal sealed class CallTrail
{
    private static readonly HttpRequestOptionsKey<CallTrail> Key = new("PagoEfectivo.Trail");

    private readonly List<GatewayCall> calls = [];

    /// <summary>The call may be sent again by itself.</summary>
    public required bool Repeatable { get; init; }

    /// <summary>A good answer is left unread, for the caller to stream.</summary>
    public bool Streamed { get; init; }

    /// <summary>The payment that an answer must be about, if it is known.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The caller's own token, to tell its cancellation from a time limit.</summary>
    public required CancellationToken Caller { get; init; }

    public IReadOnlyList<GatewayCall> Calls => calls;

    public int NextAttempt => calls.Count + 1;

    /// <summary>The last attempt's answer, if there was one.</summary>
    public RestReply? Reply { get; private set; }

    /// <summary>Set as soon as any attempt's fate is open.</summary>
    public GatewayDoubt? Doubt { get; private set; }

    public static CallTrail Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var trail)
            ? trail
            : throw new InvalidOperationException("Requests to PagoEfectivo are made by the gateway only.");

    public void Follow(HttpRequestMessage request) => request.Options.Set(Key, this);

    public void Add(GatewayCall call, RestReply? reply)
    {
        calls.Add(call);
        Reply = reply;
        Doubt = call.Fault switch
        {
            GatewayFault.None or GatewayFault.Refused or GatewayFault.Unreachable => Doubt,
            GatewayFault.Failed => GatewayDoubt.GatewayFailed,
            GatewayFault.Unreadable => GatewayDoubt.Unreadable,
            GatewayFault.TimedOut => GatewayDoubt.TimedOut,
            GatewayFault.ConnectionBroke => GatewayDoubt.ConnectionBroke,
            GatewayFault.GaveUp => GatewayDoubt.GaveUp,
        };
    }
}
