using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>Carries out gateway commands whose time has come, many at once.</summary>
internal sealed class CommandPump(CommandBook book, GatewayDesk desk, Bells bells, SelfAddress self, ILogger<CommandPump> log)
    : Pump(GatewayCommand.Bell, bells, self, log)
{
    private const int AtOnce = 16;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    public override async Task<bool> WorkAsync(CancellationToken ct)
    {
        var underWay = new List<Task>();
        try
        {
            // A call that takes its time keeps one place, not all of them.
            while (!ct.IsCancellationRequested)
            {
                var claimed = await book.ClaimAsync(AtOnce - underWay.Count, ct);
                underWay.AddRange(claimed.Select(command => desk.CarryOutAsync(command, ct)));
                if (underWay.Count == 0) return false;
                await Task.WhenAny(Task.WhenAny(underWay), claimed.Count == 0 || underWay.Count == AtOnce ? Task.Delay(LookAgain, ct) : Task.CompletedTask);
                foreach (var ended in underWay.Where(task => task.IsCompleted).ToList())
                {
                    underWay.Remove(ended);
                    await ended;
                }
            }
        }
        finally
        {
            await Task.WhenAll(underWay);
        }

        return false;
    }
}

/// <summary>Carries out decisions whose time to be taken back has passed, and ends holds that nobody decided.</summary>
internal sealed class DecisionPump(CarryOutDecisions decisions, Bells bells, SelfAddress self, ILogger<DecisionPump> log)
    : Pump(ReviewEvents.Bell, bells, self, log)
{
    public override async Task<bool> WorkAsync(CancellationToken ct) => await decisions.RunAsync(ct) > 0;
}

/// <summary>Warns of holds that near their end; apart from the decisions, so that no warning that fails keeps them waiting.</summary>
internal sealed class HoldWarningPump(WarnOfHoldEnd warnings, Bells bells, SelfAddress self, ILogger<HoldWarningPump> log)
    : Pump(WarnOfHoldEnd.Bell, bells, self, log)
{
    public override async Task<bool> WorkAsync(CancellationToken ct) => await warnings.RunAsync(ct) > 0;
}
