using PagoConsole.Core.Risk;

namespace PagoConsole.Hosting.Start;

/// <summary>Puts the default rules in force in a new installation, before the first order can come.</summary>
internal sealed class RulesAtStart(ActiveRules rules) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => rules.EnsureAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
