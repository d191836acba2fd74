namespace PagoConsole.Shared;

/// <summary>How a page stands; each phase has its own face.</summary>
public enum PagePhase
{
    Loading,
    Ready,
    Failed,
    Forbidden,
    Missing,
}

/// <summary>How a page stands.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Reference">For a failure: what to quote to support.</param>
public sealed record PageState(PagePhase Phase, string? Reference = null)
{
    public static PageState Loading { get; } = new(PagePhase.Loading);

    public static PageState Ready { get; } = new(PagePhase.Ready);
}
