using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace PagoConsole.Hosting.Start;

/// <summary>
/// Says it when a console that knows demo secrets and demo people can be reached from other machines: nothing refuses them outside
/// Production, and Production has to be said.
/// </summary>
internal sealed partial class WarnOfDemo(IServer server, IHostApplicationLifetime lifetime, IHostEnvironment host, ILogger<WarnOfDemo> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (host.IsProduction()) return Task.CompletedTask;
        lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var open in (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).Where(IsOpen)) Log.Open(log, host.EnvironmentName, open);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal static bool IsOpen(string listening)
    {
        var address = BindingAddress.Parse(listening);
        if (address.IsUnixPipe || address.IsNamedPipe || string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)) return false;
        return !IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) || !IPAddress.IsLoopback(ip);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Environment {Environment}: demo people can sign in and demo secrets hold, and {Address} is open to other machines. Set ASPNETCORE_ENVIRONMENT=Production where it matters")]
        public static partial void Open(ILogger logger, string environment, string address);
    }
}
