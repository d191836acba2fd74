using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Tests.Foundation;

public sealed class SettingsTests
{
    [Fact]
    public void Every_fault_of_every_section_is_told_at_once_by_its_key()
    {
        var services = Build(("A:Size", "big"), ("A:Colour", "Pink"), ("A:Share", "2"), ("A:Inner:At", "noon"), ("B:Size", "1,5"));

        var message = Assert.Throws<SettingsException>(services.CheckSettings).Message;

        foreach (var fault in (string[])[
            "A:Size: takes a whole number", "A:Colour: takes one of Red, Green", "A:Share: takes a share from 0 to 1",
            "A:Inner:At: takes a time of day", "B:Size: takes a whole number"])
            Assert.Contains(fault, message, StringComparison.Ordinal);
        Assert.DoesNotContain("Pink", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_value_counts_as_absent()
    {
        var services = Build(("A:Size", ""), ("A:Colour", "green"));

        services.CheckSettings();

        Assert.Equal((7, Colour.Green), (Value(services).Size, Value(services).Colour));
    }

    [Fact]
    public void A_changed_value_is_read_anew()
    {
        var source = new ConfigurationManager();
        source.AddInMemoryCollection([new("A:Size", "1")]);
        var services = new ServiceCollection().AddSingleton<IConfiguration>(source).AddSettings<Sample>("A").BuildServiceProvider();
        var monitor = services.GetRequiredService<IOptionsMonitor<Sample>>();
        Assert.Equal(1, monitor.CurrentValue.Size);

        source["A:Size"] = "2";
        ((IConfigurationRoot)source).Reload();

        Assert.Equal(2, monitor.CurrentValue.Size);
    }

    private static Sample Value(IServiceProvider services) => services.GetRequiredService<IOptions<Sample>>().Value;

    private static ServiceProvider Build(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build())
        .AddSettings<Sample>("A")
        .AddSettings<Other>("B")
        .BuildServiceProvider();

    private enum Colour
    {
        Red,
        Green,
    }

    private sealed class Sample
    {
        public int Size { get; set; } = 7;

        public Colour Colour { get; set; }

        [Range(0, 1, ErrorMessage = "takes a share from 0 to 1")]
        public decimal Share { get; set; }

        public Inner Inner { get; set; } = new();
    }

    private sealed class Inner
    {
        public TimeOnly At { get; set; }
    }

    private sealed class Other
    {
        public int Size { get; set; }
    }
}
