using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.PagoEfectivo.Rest;

namespace PagoConsole.Tests.PagoEfectivo;

/// <summary>The client as the console registers it, pointed at an address, with everything it logs kept.</summary>
internal sealed class GatewayUnderTest : IAsyncDisposable
{
    public const string Secret = "s3cr3t-key-of-the-test";

    private readonly ServiceProvider services;

    public GatewayUnderTest(string? baseUrl, GatewayPatience? patience = null, TimeProvider? time = null, int timeoutSeconds = 5)
        : this(
            new()
            {
                ["PagoEfectivo:BaseUrl"] = baseUrl,
                ["PagoEfectivo:ClientId"] = "client-7",
                ["PagoEfectivo:SecretKey"] = Secret,
                ["PagoEfectivo:TimeoutSeconds"] = timeoutSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
            patience,
            time)
    {
    }

    private GatewayUnderTest(Dictionary<string, string?> settings, GatewayPatience? patience = null, TimeProvider? time = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        Configuration = configuration;
        services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton(patience ?? Quick)
            .AddSingleton(time ?? TimeProvider.System)
            .AddPagoEfectivo()
            .BuildServiceProvider();
    }

    /// <summary>As patient as the console, with shorter waits.</summary>
    public static GatewayPatience Quick { get; } = new() { FirstWait = TimeSpan.FromMilliseconds(20), FewestAttempts = 100 };

    public IConfigurationRoot Configuration { get; }

    public KeptLogs Logs { get; } = new();

    public IPaymentGateway Gateway => services.GetRequiredService<IPaymentGateway>();

    public GatewayHealth Health => services.GetRequiredService<GatewayHealth>();

    public SelfAddress Self => services.GetRequiredService<SelfAddress>();

    /// <summary>With nothing configured, in a process that listens on this address.</summary>
    public static GatewayUnderTest Embedded(Uri self)
    {
        var client = new GatewayUnderTest([]);
        client.Self.Set(self);
        return client;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>Every line logged, whatever its level, with its values and scopes.</summary>
internal sealed class KeptLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public string Text => string.Join('\n', lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull
    {
        lines.Enqueue($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(", ", pairs) : "";
        lines.Enqueue($"{logLevel} {eventId} {formatter(state, exception)} {values} {exception}");
    }

    public void Dispose()
    {
        // The kept lines outlive the services that wrote them.
    }
}
