namespace PagoConsole.Layout;

/// <summary>How fresh the page is while its circuit holds. That a circuit is lost only the browser can know.</summary>
public enum Freshness
{
    Live,
    CatchingUp,
    Paused,
}

/// <summary>What the page on this circuit says of its own freshness, for the indicator in the top bar.</summary>
internal sealed class LiveState
{
    public event Action? Changed;

    public Freshness Freshness { get; private set; }

    /// <summary>When the rows on screen were last right.</summary>
    public DateTimeOffset? ShownAt { get; private set; }

    public void Set(Freshness freshness, DateTimeOffset? shownAt = null)
    {
        if (freshness == Freshness && shownAt == ShownAt) return;
        (Freshness, ShownAt) = (freshness, shownAt);
        Changed?.Invoke();
    }
}
