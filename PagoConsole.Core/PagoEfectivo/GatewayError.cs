namespace PagoConsole.Core.PagoEfectivo;

/// <summary>Every error that PagoEfectivo names, by its code on the wire.</summary>
public enum GatewayError
{
    /// <summary>4000: the request is invalid.</summary>
    InvalidRequest,

    /// <summary>4001: our signature was not accepted: wrong key, or a clock that is off.</summary>
    SignatureRejected,

    /// <summary>4002: the amount is over PagoEfectivo's limit.</summary>
    AmountOverLimit,

    /// <summary>4003: our address is not on PagoEfectivo's list.</summary>
    AddressNotAllowed,

    /// <summary>4004: there is no such payment.</summary>
    NoSuchPayment,

    /// <summary>4009: the order already has another payment.</summary>
    OrderHasAnotherPayment,

    /// <summary>4029: too many requests.</summary>
    TooManyRequests,

    /// <summary>5000: an internal error; the call may have had its effect.</summary>
    Internal,

    /// <summary>5030: maintenance.</summary>
    Maintenance,

    /// <summary>A code that the contract does not list.</summary>
    Unrecognised,
}

/// <summary>What an error asks of us.</summary>
public enum GatewayErrorHandling
{
    /// <summary>The same call will always get the same answer.</summary>
    Final,

    /// <summary>Worth repeating later, after what <c>Retry-After</c> says.</summary>
    Wait,

    /// <summary>Somebody must mend our configuration or ask PagoEfectivo; worth repeating meanwhile.</summary>
    Alarm,
}

/// <summary>The wire codes of <see cref="GatewayError"/>, and what each asks of us.</summary>
public static class GatewayErrors
{
    /// <summary>The error that a wire code names.</summary>
    public static GatewayError Of(int code) => code switch
    {
        4000 => GatewayError.InvalidRequest,
        4001 => GatewayError.SignatureRejected,
        4002 => GatewayError.AmountOverLimit,
        4003 => GatewayError.AddressNotAllowed,
        4004 => GatewayError.NoSuchPayment,
        4009 => GatewayError.OrderHasAnotherPayment,
        4029 => GatewayError.TooManyRequests,
        5000 => GatewayError.Internal,
        5030 => GatewayError.Maintenance,
        _ => GatewayError.Unrecognised,
    };

    /// <summary>What the error asks of us.</summary>
    public static GatewayErrorHandling Handling(this GatewayError error) => error switch
    {
        GatewayError.InvalidRequest => GatewayErrorHandling.Final,
        GatewayError.SignatureRejected => GatewayErrorHandling.Alarm,
        GatewayError.AmountOverLimit => GatewayErrorHandling.Final,
        GatewayError.AddressNotAllowed => GatewayErrorHandling.Alarm,
        GatewayError.NoSuchPayment => GatewayErrorHandling.Final,
        GatewayError.OrderHasAnotherPayment => GatewayErrorHandling.Final,
        GatewayError.TooManyRequests => GatewayErrorHandling.Wait,
        GatewayError.Internal => GatewayErrorHandling.Wait,
        GatewayError.Maintenance => GatewayErrorHandling.Wait,
        GatewayError.Unrecognised => GatewayErrorHandling.Alarm,
    };
}
