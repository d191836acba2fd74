using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>One section of settings as the program would read and check it at start.</summary>
internal sealed class SettingsUnderTest(string section, Action<IServiceCollection> register)
{
    public T Read<T>(params (string Key, string Value)[] settings)
        where T : class =>
        Services(false, settings).GetRequiredService<IOptions<T>>().Value;

    /// <summary>The keys at fault, in order.</summary>
    public IEnumerable<string> KeysAtFault(bool production, params (string Key, string Value)[] settings) =>
        Faults(production, settings).Select(fault => fault[..fault.IndexOf(": ", StringComparison.Ordinal)]).Order(StringComparer.Ordinal);

    /// <summary>What the start would say.</summary>
    public IEnumerable<string> Faults(bool production, params (string Key, string Value)[] settings)
    {
        try
        {
            Services(production, settings).CheckSettings();
            return [];
        }
        catch (SettingsException faults)
        {
            return faults.Message.Split("  - ").Skip(1).Select(line => line.Trim());
        }
    }

    private ServiceProvider Services(bool production, (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"{section}:{s.Key}", (string?)s.Value))).Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(new Host { EnvironmentName = production ? Environments.Production : Environments.Development })
            .AddLogging();
        register(services);
        return services.BuildServiceProvider();
    }

    private sealed class Host : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "PagoConsole";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
