namespace PagoConsole.Sandbox;

/// <summary>The sandbox's own client: whatever the console sets up for its calls does not apply to the other side.</summary>
internal sealed class SandboxHttp : IDisposable
{
    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    public void Dispose() => Client.Dispose();
}
