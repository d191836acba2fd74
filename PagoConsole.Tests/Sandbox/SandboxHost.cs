using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PagoConsole.Sandbox;

namespace PagoConsole.Tests.Sandbox;

/// <summary>The simulator on a port of its own, with its file in a folder of its own, telling a console that is not there or a fake one.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly bool _ownsFolder;

    private SandboxHost(WebApplication app, string folder, bool ownsFolder)
    {
        (_app, _folder, _ownsFolder) = (app, folder, ownsFolder);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public static string NewFolder() => Directory.CreateTempSubdirectory("pago-sandbox-").FullName;

    /// <summary>Settings are pairs such as <c>Sandbox:HoldSeconds=1</c>.</summary>
    public static async Task<SandboxHost> StartAsync(Uri? console = null, string? folder = null, TimeProvider? time = null, params string[] settings)
    {
        var own = folder ?? NewFolder();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:DataFolder"] = own,
            ["Demo:Enabled"] = "false",
            // A port that nothing listens on: deliveries are refused at once.
            ["Sandbox:ConsoleUrl"] = (console ?? new Uri("http://127.0.0.1:1")).AbsoluteUri,
        });
        foreach (var setting in settings) builder.Configuration[setting[..setting.IndexOf('=')]] = setting[(setting.IndexOf('=') + 1)..];
        if (time is not null) builder.Services.AddSingleton(time);
        builder.AddSandbox();
        var app = builder.Build();
        app.MapSandbox();
        await app.StartAsync();
        return new SandboxHost(app, own, folder is null);
    }

    public SignedCalls Gateway => new(Http);

    public async Task<JsonElement> ControlAsync(string path, object? body = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, "/sandbox/" + path);
        if (body is not null) request.Content = JsonContent.Create(body);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }

    public Task FaultsAsync(object faults) => ControlAsync("faults", faults, HttpMethod.Put);

    public Task<JsonElement> ViewAsync(string payment) => ControlAsync("payments/" + payment, null, HttpMethod.Get);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
        if (!_ownsFolder) return;
        using (var db = new SqliteConnection($"Data Source={Path.Combine(_folder, "sandbox.db")}")) SqliteConnection.ClearPool(db);
        Directory.Delete(_folder, recursive: true);
    }
}
