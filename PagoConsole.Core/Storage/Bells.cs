using System.Collections.Concurrent;

namespace PagoConsole.Core.Storage;

/// <summary>Wakes a background loop of this process the moment a commit has brought it work. A bell missed costs a second, never work.</summary>
public sealed class Bells
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> bells = new();

    /// <summary>Rings; ringing twice before anybody listened is one ring.</summary>
    public void Ring(string name)
    {
        var bell = Of(name);
        if (bell.CurrentCount > 0) return;
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two rang at once; one ring is enough.
        }
    }

    /// <summary>Waits for a ring, at most so long.</summary>
    public Task WaitAsync(string name, TimeSpan atMost, CancellationToken ct) => Of(name).WaitAsync(atMost, ct);

    private SemaphoreSlim Of(string name) => bells.GetOrAdd(name, _ => new SemaphoreSlim(0, 1));
}
