using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Tests.Hosting;

/// <summary>The console inside the test's process, on a free port, with a folder of its own; no demo, no scheduler.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pago-host-").FullName;
    private WebApplication? app;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public IServiceProvider Services => app!.Services;

    public static async Task<RunningHost> StartAsync(Action<WebApplicationBuilder>? change = null, params string[] settings)
    {
        var host = new RunningHost();
        string[] own =
        [
            "--urls=http://127.0.0.1:0", $"--Storage:DataFolder={host.folder}", "--Demo:Enabled=false", "--Jobs:Enabled=false",
        ];
        host.app = ConsoleApp.Build([.. own, .. settings], change);
        await host.app.StartAsync(TestContext.Current.CancellationToken);
        host.Http.BaseAddress = await host.app.Services.GetRequiredService<SelfAddress>().WhenKnownAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>One host for a class whose tests only look.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    private RunningHost? host;

    internal RunningHost Host => host ?? throw new InvalidOperationException("The host was not started.");

    public async ValueTask InitializeAsync() => host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
