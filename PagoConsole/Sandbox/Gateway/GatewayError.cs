namespace PagoConsole.Sandbox.Gateway;

/// <summary>PagoEfectivo's error codes, as the integration guide numbers them.</summary>
internal enum GatewayCode
{
    InvalidRequest = 4000,
    SignatureError = 4001,
    AmountOverLimit = 4002,
    AddressNotAllowed = 4003,
    NoSuchPayment = 4004,
    OrderHasAnotherPayment = 4009,
    TooManyRequests = 4029,
    InternalError = 5000,
    Maintenance = 5030,
}

/// <summary>One refusal: its code, words for a developer, and the field at fault if there is one.</summary>
internal sealed record GatewayError(GatewayCode Code, string Message, string? Field = null)
{
    public static GatewayError Invalid(string message, string? field = null) => new(GatewayCode.InvalidRequest, message, field);

    public static GatewayError NoPayment(string id) => new(GatewayCode.NoSuchPayment, $"there is no payment {id}");

    public int HttpStatus => Code switch
    {
        GatewayCode.InvalidRequest => StatusCodes.Status400BadRequest,
        GatewayCode.SignatureError => StatusCodes.Status401Unauthorized,
        GatewayCode.AmountOverLimit => StatusCodes.Status422UnprocessableEntity,
        GatewayCode.AddressNotAllowed => StatusCodes.Status403Forbidden,
        GatewayCode.NoSuchPayment => StatusCodes.Status404NotFound,
        GatewayCode.OrderHasAnotherPayment => StatusCodes.Status409Conflict,
        GatewayCode.TooManyRequests => StatusCodes.Status429TooManyRequests,
        GatewayCode.InternalError => StatusCodes.Status500InternalServerError,
        GatewayCode.Maintenance => StatusCodes.Status503ServiceUnavailable,
    };
}
