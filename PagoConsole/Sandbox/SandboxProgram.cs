using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using PagoConsole.Hosting.Clock;

namespace PagoConsole.Sandbox;

/// <summary>The simulator without a console in the same process.</summary>
internal static class SandboxProgram
{
    private const string Verb = "sandbox";
    private const string OwnAddress = "http://localhost:5090";
    private const string ConsoleUrl = "http://localhost:5080";

    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Build([.. args.Where(arg => arg != Verb)]);
        await app.RunAsync();
        return 0;
    }

    internal static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = EnvironmentOf(args) });
        var shared = new JsonConfigurationSource { Path = "appsettings.json", Optional = true };
        shared.FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory);
        builder.Configuration.Sources.Insert(0, shared);
        if (builder.Configuration[$"{SandboxSettings.Section}:ConsoleUrl"] is not { Length: > 0 })
            builder.Configuration[$"{SandboxSettings.Section}:ConsoleUrl"] = ConsoleUrl;
        if (!HasAddress(builder.Configuration)) builder.WebHost.UseUrls(OwnAddress);

        // One line for each request would hide the few that matter.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        builder.AddClock();
        builder.AddSandbox();
        var app = builder.Build();
        app.MapSandbox();
        app.MapGet("/health/live", () => Results.Ok());
        app.MapGet("/health/ready", () => Results.Ok());
        return app;
    }

    /// <summary>Nobody names an environment for a simulator; without a name the host would take it for Production.</summary>
    private static string? EnvironmentOf(string[] args)
    {
        var named = new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build();
        return named[HostDefaults.EnvironmentKey] is { Length: > 0 } ? null : Environments.Development;
    }

    private static bool HasAddress(IConfiguration configuration) =>
        new[] { "urls", "http_ports", "https_ports" }.Any(key => configuration[key] is { Length: > 0 })
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
