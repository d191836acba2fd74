using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Tests.Webhooks;

public sealed class AllowedNetworksTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData("2001:db8::1", false)]
    public void Embedded_only_this_machine_may_knock(string sender, bool may)
    {
        using var networks = new AllowedNetworks(new Fixed<PagoEfectivoOptions>(new() { AllowedNetworks = ["127.0.0.0/8", "::1/128"] }));

        Assert.Equal(may, networks.Has(IPAddress.Parse(sender)));
        Assert.False(networks.Has(null));
    }

    [Fact]
    public void A_changed_setting_counts_from_the_next_delivery_on()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("PagoEfectivo:AllowedNetworks:0", (string?)"10.0.0.0/8")]).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddPagoEfectivo().BuildServiceProvider();
        using var networks = new AllowedNetworks(services.GetRequiredService<IOptionsMonitor<PagoEfectivoOptions>>());
        var sender = IPAddress.Parse("203.0.113.9");
        Assert.False(networks.Has(sender));

        configuration["PagoEfectivo:AllowedNetworks:0"] = "203.0.113.0/24";
        configuration.Reload();

        Assert.True(networks.Has(sender));
    }
}
