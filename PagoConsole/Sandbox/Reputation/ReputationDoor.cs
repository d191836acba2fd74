using PagoConsole.Sandbox.Faults;

namespace PagoConsole.Sandbox.Reputation;

/// <summary>Lets go wrong here what goes wrong with the gateway's calls: delay, time-outs, errors, maintenance.</summary>
internal sealed class ReputationDoor(FaultBox faults, LongHold hold) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var now = faults.Current;
        if (now.DelayMs > 0) await Task.Delay(now.DelayMs, http.RequestAborted);
        if (now.Unavailable) return Maintenance();
        return faults.ThrowForCall(isCreate: false) switch
        {
            CallFault.None => await next(context),
            CallFault.ErrorDone or CallFault.ErrorUndone =>
                ReputationEndpoint.Refuse(StatusCodes.Status500InternalServerError, "INTERNAL ERROR"),
            CallFault.MaintenanceUndone => Maintenance(),
            CallFault.TimeoutDone or CallFault.TimeoutUndone => await hold.AsLongAsync(http, await next(context)),
        };
    }

    private static IResult Maintenance() => ReputationEndpoint.Refuse(StatusCodes.Status503ServiceUnavailable, "IN MAINTENANCE");
}
