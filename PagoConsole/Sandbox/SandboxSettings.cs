using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Sandbox;

/// <summary>How the simulator behaves; section <c>Sandbox</c>.</summary>
internal sealed class SandboxSettings
{
    public const string Section = "Sandbox";

    /// <summary>SQLite file with the simulator's truth; a relative path starts at <c>Storage:DataFolder</c>.</summary>
    /// <value>Default: <c>sandbox.db</c>.</value>
    [Required]
    public string Database { get; set; } = "sandbox.db";

    /// <summary>Where the console answers.</summary>
    /// <value>Default: the address this process listens on; <c>http://localhost:5080</c> when the simulator runs alone.</value>
    public Uri? ConsoleUrl { get; set; }

    /// <summary>Largest amount of a payment, in PEN.</summary>
    /// <value>Default: 5000.</value>
    [Range(1, 1_000_000)]
    public decimal MaxAmount { get; set; } = 5000m;

    /// <summary>How far a request's timestamp may be from the simulator's clock, in seconds.</summary>
    /// <value>Default: 300.</value>
    [Range(1, 86_400)]
    public int ClockSkewSeconds { get; set; } = 300;

    /// <summary>How long a call that is to time out is held open, in seconds.</summary>
    /// <value>Default: 30.</value>
    [Range(1, 600)]
    public int HoldSeconds { get; set; } = 30;

    /// <summary>How much later a late webhook is sent, in seconds.</summary>
    /// <value>Default: 20.</value>
    [Range(0, 86_400)]
    public int LateWebhookSeconds { get; set; } = 20;

    /// <summary>Longest pause between two attempts to deliver a webhook, in seconds.</summary>
    /// <value>Default: 300.</value>
    [Range(1, 86_400)]
    public int MaxWebhookPauseSeconds { get; set; } = 300;

    /// <summary>How long callbacks and delivered events are kept, in days; payments and money are kept for good.</summary>
    /// <value>Default: 7.</value>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 7;
}
