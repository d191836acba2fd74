using System.Diagnostics;
using PagoConsole.Core.Foundation.Telemetry;
using PagoConsole.Hosting.Telemetry;

namespace PagoConsole.Tests.Hosting.Telemetry;

public sealed class OrderTraceTests : IDisposable
{
    private readonly ActivityListener listener = new()
    {
        ShouldListenTo = source => source.Name is OrderTrace.Name or "test.requests",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    private readonly ActivitySource requests = new("test.requests");

    public OrderTraceTests() => ActivitySource.AddActivityListener(listener);

    public void Dispose()
    {
        requests.Dispose();
        listener.Dispose();
    }

    [Fact]
    public void The_trace_of_an_order_can_be_computed_by_hand()
    {
        // printf 'order/%s' MP-10001 | sha256sum | cut -c 1-32
        Assert.Equal("064c65e7e07b58956c243e97f6e5b568", OrderTrace.Of("MP-10001").TraceId.ToHexString());
        Assert.NotEqual(OrderTrace.Of("MP-10001").TraceId, OrderTrace.Of("MP-10002").TraceId);
    }

    [Fact]
    public void Steps_of_different_requests_are_one_trace_and_each_is_linked_to_its_request()
    {
        using (var first = requests.StartActivity("first"))
        using (var step = OrderTrace.Begin("order.place", "MP-1")!)
        using (var inner = OrderTrace.Begin("gateway.create", "MP-1")!)
        {
            Assert.Equal(OrderTrace.Of("MP-1").TraceId, step.TraceId);
            Assert.Equal(first!.Context, Assert.Single(step.Links).Context);
            Assert.Equal(step.TraceId, Assert.Single(first.Links).Context.TraceId);
            Assert.Equal(step.SpanId, inner.ParentSpanId);
            Assert.Equal("MP-1", inner.GetTagItem("pago.order_id"));
        }

        using var later = OrderTrace.Begin("callback.send", "MP-1")!;
        Assert.Equal(OrderTrace.Of("MP-1").TraceId, later.TraceId);
        Assert.Empty(later.Links);
    }

    [Fact]
    public void What_is_sent_has_routes_and_origins_and_no_caller()
    {
        using var request = requests.StartActivity("GET")!;
        request.SetTag("http.request.method", "GET").SetTag("http.route", "/pay/{token}").SetTag("url.path", "/pay/secret").SetTag("url.query", "?access_token=secret")
            .SetTag("user_agent.original", "buyer's").SetTag("client.address", "190.1.2.3").SetTag("url.full", "https://hooks.example/secret?x=secret");
        request.DisplayName = "GET /pay/secret";

        using var redaction = new TraceRedaction();
        redaction.OnEnd(request);

        Assert.Equal("GET /pay/{token}", request.DisplayName);
        Assert.Equal(
            ["http.request.method=GET", "http.route=/pay/{token}", "url.full=https://hooks.example", "url.path=/pay/{token}"],
            request.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
    }
}
