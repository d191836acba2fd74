using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace PagoConsole.Core.PagoEfectivo.Rest;

/// <summary>
/// From outside in: the time of the whole call, repeats of what is safe to repeat, the circuit that all calls share, the time of one
/// attempt. All of it on the real clock, whatever clock the business runs on.
/// </summary>
internal sealed partial class GatewayResilience(
    IOptionsMonitor<PagoEfectivoOptions> options, GatewayPatience patience, GatewayHealth health, TimeProvider time,
    ILogger<GatewayResilience> logger)
{
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context) =>
        context.ServiceProvider.GetRequiredService<GatewayResilience>().Build(pipeline);

    private void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline)
    {
        pipeline.TimeProvider = TimeProvider.System;
        pipeline
            .AddTimeout(new TimeoutStrategyOptions { Name = "call", TimeoutGenerator = _ => new(options.CurrentValue.Timeout) })
            .AddRetry(Repeats())
            .AddCircuitBreaker(Circuit())
            .AddTimeout(new TimeoutStrategyOptions { Name = "attempt", TimeoutGenerator = args => new(AttemptTime(args.Context)) });
    }

    private RetryStrategyOptions<HttpResponseMessage> Repeats() => new()
    {
        Name = "repeat",
        MaxRetryAttempts = patience.Repeats,
        BackoffType = DelayBackoffType.Exponential,
        Delay = patience.FirstWait,
        UseJitter = true,
        ShouldHandle = args => new(TrailOf(args.Context).Repeatable && IsPassing(args.Outcome, TrailOf(args.Context))),
        DelayGenerator = args => new(TrailOf(args.Context).Reply?.RetryAfter),
    };

    private CircuitBreakerStrategyOptions<HttpResponseMessage> Circuit() => new()
    {
        Name = "circuit",
        FailureRatio = patience.FailureShare,
        MinimumThroughput = patience.FewestAttempts,
        SamplingDuration = patience.Window,
        BreakDuration = patience.Break,
        ShouldHandle = args => new(IsFailure(args.Outcome, TrailOf(args.Context))),
        OnOpened = _ => Became(GatewayCircuit.Open),
        OnHalfOpened = _ => Became(GatewayCircuit.HalfOpen),
        OnClosed = _ => Became(GatewayCircuit.Closed),
    };

    private TimeSpan AttemptTime(ResilienceContext context) =>
        TrailOf(context).Repeatable ? options.CurrentValue.Timeout * patience.AttemptShare : Timeout.InfiniteTimeSpan;

    private bool IsPassing(Outcome<HttpResponseMessage> outcome, CallTrail trail) => outcome.Exception switch
    {
        HttpRequestException or TimeoutRejectedException => true,
        not null => false,
        null => trail.Reply is { Fault: GatewayFault.Failed or GatewayFault.Unreadable } reply
            && !(reply.RetryAfter > patience.LongestWait),
    };

    // A cancellation that the caller did not ask for is the time of the whole call running out in the middle of an attempt.
    private static bool IsFailure(Outcome<HttpResponseMessage> outcome, CallTrail trail) => outcome.Exception switch
    {
        HttpRequestException or TimeoutRejectedException => true,
        OperationCanceledException => !trail.Caller.IsCancellationRequested,
        not null => false,
        null => trail.Reply?.Fault == GatewayFault.Failed,
    };

    private static CallTrail TrailOf(ResilienceContext context) =>
        CallTrail.Of(context.GetRequestMessage() ?? throw new InvalidOperationException("The pipeline runs without a request."));

    private ValueTask Became(GatewayCircuit circuit)
    {
        health.Circuit(circuit, time.GetUtcNow());
        if (circuit == GatewayCircuit.Open) Log.CircuitOpened(logger, patience.Break.TotalSeconds);
        if (circuit == GatewayCircuit.Closed) Log.CircuitClosed(logger);
        return ValueTask.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "PagoEfectivo keeps failing: no calls for {Seconds} s", EventName = "GatewayCircuitOpened")]
        public static partial void CircuitOpened(ILogger logger, double seconds);

        [LoggerMessage(2, LogLevel.Information, "PagoEfectivo answers again", EventName = "GatewayCircuitClosed")]
        public static partial void CircuitClosed(ILogger logger);
    }
}
