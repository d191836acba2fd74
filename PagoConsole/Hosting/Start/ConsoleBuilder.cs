using PagoConsole.Core.Storage;

namespace PagoConsole.Hosting.Start;

/// <summary>The builder that every way of running the program begins with: the same settings, files and defaults wherever it is started from.</summary>
internal static class ConsoleBuilder
{
    /// <summary>The environment when nobody says one: the demo runs, nothing of a developer's is switched on.</summary>
    public const string DemoEnvironment = "Demo";

    public const string DefaultAddress = "http://localhost:5080";

    private const string DataFolder = $"{StorageOptions.Section}:{nameof(StorageOptions.DataFolder)}";

    public static WebApplicationBuilder Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(ConsoleBuilder).Assembly.GetName().Name,

            // appsettings.json and static files lie beside the program, whatever folder it was started from.
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = NamesEnvironment(args) ? null : DemoEnvironment,
        });
        builder.Configuration.AddInMemoryCollection([new(DataFolder, DataFolderOf(builder.Configuration))]);
        if (!NamesAddress(builder.Configuration)) builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Whoever dribbles its request is let go; bodies that come too slowly are ended by the server's own default (240 bytes a second).
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MaxRequestLineSize = 8 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 24 * 1024;
            kestrel.Limits.MaxConcurrentConnections = 10_000;
        });
        return builder;
    }

    /// <summary>Written out in full, so that everybody who keeps a file there finds the same folder.</summary>
    private static string DataFolderOf(IConfiguration settings) =>
        new StorageOptions { DataFolder = settings[DataFolder] is { Length: > 0 } named ? named : null }.DataRoot;

    private static bool NamesEnvironment(string[] args) =>
        !string.IsNullOrWhiteSpace(
            new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables("DOTNET_").AddCommandLine(args)
                .Build()[HostDefaults.EnvironmentKey]);

    private static bool NamesAddress(IConfiguration settings) =>
        new[] { WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey }
            .Any(key => !string.IsNullOrWhiteSpace(settings[key]))
        || settings.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
