using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Hosting.Start;

/// <summary>Tells <see cref="SelfAddress"/> where the server listens, once it does: a port of 0 is known only then.</summary>
internal sealed class FindOwnAddress(IServer server, IHostApplicationLifetime lifetime, SelfAddress self) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            if (Best(listening) is { } address) self.Set(address);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The address to call ourselves under: plain http before https (no certificate to trust), a wildcard as loopback.</summary>
    internal static Uri? Best(IEnumerable<string> listening) =>
        listening.Select(Reachable).OfType<Uri>().OrderBy(address => address.Scheme == Uri.UriSchemeHttp ? 0 : 1).FirstOrDefault();

    private static Uri? Reachable(string listening)
    {
        var address = BindingAddress.Parse(listening);
        if (address.IsUnixPipe || address.IsNamedPipe) return null;
        return new UriBuilder(address.Scheme, HostOf(address.Host), address.Port).Uri;
    }

    private static string HostOf(string host)
    {
        if (host is "*" or "+") return IPAddress.Loopback.ToString();
        if (!IPAddress.TryParse(host.Trim('[', ']'), out var ip)) return host;
        if (ip.Equals(IPAddress.Any)) return IPAddress.Loopback.ToString();

        // A socket on [::] takes IPv4 too.
        return ip.Equals(IPAddress.IPv6Any) ? IPAddress.Loopback.ToString() : host;
    }
}
