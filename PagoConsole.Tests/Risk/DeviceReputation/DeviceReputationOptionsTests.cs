using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Risk.DeviceReputation;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Risk.DeviceReputation;

public sealed class DeviceReputationOptionsTests
{
    private static readonly SettingsUnderTest Embedded = new(DeviceReputationOptions.Section, services => services.AddDeviceReputation());

    private static readonly SettingsUnderTest Real = new(DeviceReputationOptions.Section, services =>
    {
        // As the console runs beside PagoEfectivo's own sandbox or production.
        var configured = (IConfiguration)services.Single(s => s.ServiceType == typeof(IConfiguration)).ImplementationInstance!;
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddConfiguration(configured)
            .AddInMemoryCollection([new("PagoEfectivo:Environment", "Production")]).Build());
        services.AddDeviceReputation();
    });

    [Fact]
    public void It_is_off_until_somebody_wants_it()
    {
        var options = Embedded.Read<DeviceReputationOptions>();

        Assert.Equal((false, 300, true), (options.Enabled, options.TimeoutMs, options.SendEmailHash));
        Assert.Empty(Embedded.Faults(production: false));
        Assert.Empty(Real.Faults(production: true));
    }

    [Fact]
    public void The_sandbox_needs_nothing_but_to_be_wanted() => Assert.Empty(Embedded.Faults(production: false, ("Enabled", "true")));

    [Fact]
    public void Elsewhere_address_and_key_are_needed() =>
        Assert.Equal(["Risk:DeviceReputation:ApiKey", "Risk:DeviceReputation:BaseUrl"], Real.KeysAtFault(true, ("Enabled", "true")));

    [Fact]
    public void The_demo_key_is_not_for_others() =>
        Assert.Equal(["Risk:DeviceReputation:ApiKey"], Embedded.KeysAtFault(false, ("Enabled", "true"), ("BaseUrl", "https://flp.example")));

    [Theory]
    [InlineData("https://flp.example", "own-key", true)]
    [InlineData("http://flp.example", "own-key", false)]
    [InlineData("flp.example", "own-key", false)]
    [InlineData("https://flp.example?key=1", "own-key", false)]
    [InlineData("https://flp.example", "demo-reputation-key", false)]
    public void Production_takes_https_and_a_key_of_ones_own(string address, string key, bool good) =>
        Assert.Equal(good, !Real.Faults(true, ("Enabled", "true"), ("BaseUrl", address), ("ApiKey", key)).Any());

    [Theory]
    [InlineData("TimeoutMs", "9")]
    [InlineData("TimeoutMs", "soon")]
    [InlineData("Enabled", "perhaps")]
    public void What_is_out_of_range_is_told_by_its_key(string key, string value) =>
        Assert.Equal([$"Risk:DeviceReputation:{key}"], Embedded.KeysAtFault(false, (key, value)));
}
