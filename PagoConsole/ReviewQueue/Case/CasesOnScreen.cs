using System.Collections.Concurrent;

namespace PagoConsole.ReviewQueue.Case;

/// <summary>
/// Which cases are open on whose pages of this node. A page that goes lets go of its case only if no other page of the same person shows it, and
/// after a breath: a page that is loaded anew is another page.
/// </summary>
internal sealed class CasesOnScreen(TimeProvider time)
{
    /// <summary>Longer than a reload takes, shorter than a colleague's patience.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string Person, string OrderId), int> pages = new();

    public void Opened(string person, string orderId) => pages.AddOrUpdate((person, orderId), 1, (_, open) => open + 1);

    /// <summary>A page went.</summary>
    /// <returns>Whether that was the last, also after a breath.</returns>
    public async Task<bool> ClosedAsync(string person, string orderId, bool atOnce)
    {
        var key = (person, orderId);
        if (pages.AddOrUpdate(key, 0, (_, open) => open - 1) > 0) return false;
        if (!atOnce) await Task.Delay(Breath, time);
        return pages.TryRemove(new(key, 0));
    }
}
