using System.Net;

namespace PagoConsole.Core.Foundation;

/// <summary>
/// The machine's proxy, except towards the machine itself: behind a company's proxy (<c>HTTP_PROXY</c>) a call to our own address, such as
/// one to the embedded sandbox, would otherwise leave the house and not come back.
/// </summary>
public sealed class LoopbackIsDirect(IWebProxy outside) : IWebProxy
{
    /// <summary>Around the proxy that the machine is set up with.</summary>
    public static LoopbackIsDirect Machine { get; } = new(HttpClient.DefaultProxy);

    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => outside.Credentials;
        set => outside.Credentials = value;
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : outside.GetProxy(destination);

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => host.IsLoopback || outside.IsBypassed(host);
}
