using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>Asks PagoEfectivo for the report of a business day.</summary>
public sealed class PullReport
{
    private readonly IPaymentGateway gateway;
    private readonly TakeInReport takeIn;
    private readonly ReportShelf shelf;

    internal PullReport(IPaymentGateway gateway, TakeInReport takeIn, ReportShelf shelf)
    {
        this.gateway = gateway;
        this.takeIn = takeIn;
        this.shelf = shelf;
    }

    /// <summary>Asks, and takes in what comes.</summary>
    /// <returns>The report, whole or broken, also where PagoEfectivo gave none.</returns>
    public async Task<Result<Report>> RunAsync(DateOnly day, Actor by, CancellationToken ct)
    {
        if (by.Kind == ActorKind.Person && !by.May(Permission.Reconcile)) return RefusalCode.NotAllowed;
        var answer = await gateway.ReportAsync(day, ct);
        return answer switch
        {
            GatewayAnswer<ReportStream>.Succeeded given => await TakeAsync(day, given.Value, by, ct),
            GatewayAnswer<ReportStream>.Refused refused => await MissAsync(day, $"{refused.Error}: {refused.Message}", answer, by, ct),
            GatewayAnswer<ReportStream>.Unknown unknown => await MissAsync(day, unknown.Doubt.ToString(), answer, by, ct),
            GatewayAnswer<ReportStream>.NotSent unsent => await MissAsync(day, unsent.Obstacle.ToString(), answer, by, ct),
            _ => throw new InvalidOperationException($"There is no case {answer.GetType().Name}."),
        };
    }

    private async Task<Result<Report>> TakeAsync(DateOnly day, ReportStream stream, Actor by, CancellationToken ct)
    {
        await using (stream) return await takeIn.RunAsync(new NewReport(day, ReportSource.Pull, stream.RowCount), stream.Content, by, ct);
    }

    private async Task<Result<Report>> MissAsync(DateOnly day, string why, GatewayAnswer<ReportStream> answer, Actor by, CancellationToken ct)
    {
        var requestId = answer.Calls.Select(call => call.RequestId).LastOrDefault(id => id is not null);
        return await shelf.MissAsync(new NewReport(day, ReportSource.Pull), requestId is null ? why : $"{why} ({requestId})", by, ct);
    }
}
