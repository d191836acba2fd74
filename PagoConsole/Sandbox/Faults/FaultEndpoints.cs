namespace PagoConsole.Sandbox.Faults;

internal static class FaultEndpoints
{
    public static void MapFaults(this IEndpointRouteBuilder sandbox)
    {
        sandbox.MapGet("/faults", (FaultBox box) => Results.Json(box.Current, WireFormat.CamelCase));
        sandbox.MapPut("/faults", async (HttpContext http, FaultBox box) =>
        {
            var (faults, refusal) = await ControlBody.ReadAsync<FaultSettings>(http);
            if (refusal is not null) return refusal;
            if (faults.Fault() is { } fault) return ControlBody.Refuse(http, fault.Field, fault.Reason);
            await box.SetAsync(faults);
            return Results.Json(faults, WireFormat.CamelCase);
        });
    }
}
