using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.DeviceReputation;
using PagoConsole.Tests.PagoEfectivo;

namespace PagoConsole.Tests.Risk.DeviceReputation;

/// <summary>The adapter as the console registers it, pointed at an address, with everything it logs kept.</summary>
internal sealed class ReputationUnderTest : IAsyncDisposable
{
    public const string Key = "flp-key-of-the-test";
    private readonly ServiceProvider services;

    /// <summary>With nothing configured but that it is on, and without the slow hash, unless settings say otherwise.</summary>
    public ReputationUnderTest(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Risk:DeviceReputation:Enabled", "true"), new("Risk:DeviceReputation:SendEmailHash", "false")])
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"{DeviceReputationOptions.Section}:{s.Key}", s.Value)))
            .Build();
        services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddDeviceReputation()
            .BuildServiceProvider();
    }

    public static OrderContent Order { get; } = new()
    {
        OrderId = "MP-10001",
        Amount = Money.Of(1299.90m, Currency.Pen),
        ReturnUrl = "https://shop.example/thanks",
        Account = new("u-881", RealClock.Now, " Ana@Example.pe", "+51987654321", "DNI", "45678912", "Ana Quispe"),
        ShippingAddress = new("Av. Arequipa 1234", null, "Lince", "Lima", "Lima", "PE", "15046"),
        Ip = "190.235.12.7",
        Device = new("fp-77ab", "Mozilla/5.0"),
        Items = [new("TV-55", "TV", "electronics", 2, 64995)],
    };

    public KeptLogs Logs { get; } = new();

    public SelfAddress Self => services.GetRequiredService<SelfAddress>();

    /// <summary>Patient, so that a slow machine is not taken for a slow service.</summary>
    public static ReputationUnderTest At(string address, int timeoutMs = 5000, bool sendEmailHash = false) => new(
        ("BaseUrl", address), ("ApiKey", Key), ("SendEmailHash", sendEmailHash.ToString()),
        ("TimeoutMs", timeoutMs.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public Task<DeviceScore> ScoreAsync(OrderContent? order = null, CancellationToken? ct = null) =>
        services.GetRequiredService<IDeviceReputation>().ScoreAsync(order ?? Order, ct ?? TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
