using Microsoft.Extensions.Options;

namespace PagoConsole.Sandbox.Faults;

/// <summary>Holds a call that is to time out, until the caller has long gone.</summary>
internal sealed class LongHold(IOptions<SandboxSettings> settings, IHostApplicationLifetime lifetime)
{
    public async Task<object?> AsLongAsync(HttpContext http, object? answer)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        await Task.Delay(TimeSpan.FromSeconds(settings.Value.HoldSeconds), either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        return answer;
    }
}
