namespace PagoConsole.Core.Foundation.Jobs;

/// <summary>How long a runner's claim holds and when a failed slot is tried again; all in real time.</summary>
internal sealed record JobPatience
{
    /// <summary>How long a claim holds without being renewed: as long as a slot of a killed process waits.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a running job renews it.</summary>
    public TimeSpan Renewal { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Attempts before a slot is given up.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The clock of leases.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The pause after so many failed attempts: 1, 4, 9, 16 minutes.</summary>
    public TimeSpan PauseAfter(int attempts) => TimeSpan.FromMinutes(attempts * attempts);
}
