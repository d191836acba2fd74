using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace PagoConsole.Sandbox;

/// <summary>Where the console answers: as configured, or this server's own address once it listens.</summary>
internal sealed partial class ConsoleAddress(
    IOptions<SandboxSettings> settings, IServer server, IHostApplicationLifetime lifetime, ILogger<ConsoleAddress> logger)
{
    private static readonly string[] Wildcards = ["+", "*", "0.0.0.0", "[::]"];

    /// <summary>Null when neither is known; nothing can be sent then.</summary>
    public async Task<Uri?> GetAsync(CancellationToken ct)
    {
        if (settings.Value.ConsoleUrl is { } configured) return configured;
        await StartedAsync(ct);
        var own = Own(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
        if (own is null) Log.Unknown(logger);
        return own;
    }

    /// <summary>Plain HTTP first: no certificate has to be trusted for it.</summary>
    public static Uri? Own(IEnumerable<string> addresses) => addresses
        .Select(Reachable)
        .OrderByDescending(address => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null)
        .FirstOrDefault(uri => uri is not null);

    private static string Reachable(string address)
    {
        foreach (var wildcard in Wildcards) address = address.Replace("://" + wildcard, "://127.0.0.1", StringComparison.Ordinal);
        return address;
    }

    private async Task StartedAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource();
        await using var onStart = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(ct);
    }

    private static partial class Log
    {
        [LoggerMessage(
            1, LogLevel.Warning, "The server has no address of its own and Sandbox:ConsoleUrl is not set: no webhooks, no shoppers")]
        public static partial void Unknown(ILogger logger);
    }
}
