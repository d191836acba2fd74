using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>How much time is left. Drawn once; the browser counts on by itself (clocks.js) and changes its colour.</summary>
public sealed partial class HoldClock
{
    [Inject]
    internal IStringLocalizer<QueueText> Text { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DateTimeOffset Until { get; set; }

    /// <summary>The whole of the time, of which 50, 80 and 95 % matter; nothing where no part matters.</summary>
    [Parameter]
    public TimeSpan Hold { get; set; }

    /// <summary>Until when it stands still.</summary>
    [Parameter]
    public DateTimeOffset? PausedUntil { get; set; }

    private DateTimeOffset Now => Time.GetUtcNow();

    private TimeSpan Left
    {
        get
        {
            var left = Until - (PausedUntil > Now ? PausedUntil.Value : Now);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    private string Level => (PausedUntil > Now, Hold > TimeSpan.Zero ? 1 - (Left / Hold) : 0) switch
    {
        (true, _) => "paused",
        (_, >= 0.95) => "last",
        (_, >= 0.8) => "late",
        (_, >= 0.5) => "half",
        _ => "calm",
    };

    private static string? Ms(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
