using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Hosting.MarketplaceApi.Documentation;
using PagoConsole.Hosting.MarketplaceApi.Parsing;

namespace PagoConsole.Hosting.MarketplaceApi;

/// <summary>What the marketplace tells about an order that exists, and about logins.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this RouteGroupBuilder api)
    {
        var order = api.MapGroup("/orders/{orderId}").NeedsScope(Permission.ApiOrdersWrite);
        order.MapPost("/cancel", (HttpContext http, CancelOrder cancel, CancellationToken ct) => TellAsync(
            http, CancelRequest.Read, (told, call) => cancel.RunAsync(call.OrderId, told.Reason, call.By, call.RequestId, ct), mayBeEmpty: true))
            .Describe(ApiDocs.CancelOrder);
        order.MapPost("/shipment", (HttpContext http, ShipOrder ship, CancellationToken ct) => TellAsync(
            http, EventReaders.Shipment, (told, call) => ship.RunAsync(call.OrderId, told, call.By, call.RequestId, ct)))
            .Describe(ApiDocs.ShipOrder);
        order.MapPost("/delivery", (HttpContext http, DeliverOrder deliver, CancellationToken ct) => TellAsync(
            http, EventReaders.Delivery, (told, call) => deliver.RunAsync(call.OrderId, told, call.By, call.RequestId, ct)))
            .Describe(ApiDocs.DeliverOrder);
        order.MapPost("/refund", (HttpContext http, RequestRefund refund, CancellationToken ct) => TellAsync(
            http, RefundRequest.Read, (told, call) => refund.RunAsync(call.OrderId, told.Amount, told.Reason, call.Key, call.By, call.RequestId, ct)))
            .Describe(ApiDocs.RequestRefund);
        order.MapPost("/dispute", (HttpContext http, OpenDispute dispute, CancellationToken ct) => TellAsync(
            http, EventReaders.Dispute, (told, call) => dispute.RunAsync(call.OrderId, told, call.By, call.RequestId, ct)))
            .Describe(ApiDocs.OpenDispute);
        order.MapPost("/label", (HttpContext http, LabelOrder label, CancellationToken ct) => TellAsync(
            http, LabelRequest.Read, (told, call) => label.RunAsync(call.OrderId, told.Fraud, told.Source, call.By, call.RequestId, ct)))
            .Describe(ApiDocs.LabelOrder);
        order.MapPost("/information", (HttpContext http, AnswerInformation answer, CancellationToken ct) => TellAsync(
            http, InformationRequest.Read, (told, call) => answer.RunAsync(call.OrderId, told.Text, call.By, call.RequestId, ct)))
            .Describe(ApiDocs.AnswerInformation);
        api.MapPost("/logins", LoginAsync).NeedsScope(Permission.ApiEventsWrite).Describe(ApiDocs.RecordLogin);
    }

    private static async Task<IResult> TellAsync<T>(
        HttpContext http, Func<WireObject, T> read, Func<T, Call, Task<Result<OrderDocument>>> act, bool mayBeEmpty = false)
        where T : class
    {
        var (key, wrongKey) = OrderEndpoints.KeyOf(http);
        if (wrongKey is not null) return wrongKey;
        var (told, problem) = await JsonBody.ReadAsync(http, read, mayBeEmpty);
        if (told is null) return problem!;
        var result = await act(told, new Call(OrderIdInPath.Of(http), key, ApiKeyScheme.CallerOf(http), RequestId.Of(http)));
        return result.Done ? OrderEndpoints.Answer(result.Value) : ApiProblem.Of(result.Refusal!);
    }

    private static async Task<IResult> LoginAsync(HttpContext http, RecordLogin record, CancellationToken ct)
    {
        var (login, problem) = await JsonBody.ReadAsync(http, EventReaders.Login);
        if (login is null) return problem!;
        var result = await record.RunAsync(login, ApiKeyScheme.CallerOf(http), ct);
        return result.Done
            ? Results.Json(new LoginAnswer(RequestId.Of(http)), OrderDocument.Json, "application/json", StatusCodes.Status202Accepted)
            : ApiProblem.Of(result.Refusal!);
    }

    private sealed record Call(string OrderId, string? Key, Actor By, string RequestId);
}
