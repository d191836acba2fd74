using System.Diagnostics;

namespace PagoConsole.Core.Foundation;

/// <summary>
/// Named places at which a test lets the process die as if the machine had lost power. Set <c>PAGO_KILL_AT</c> to a name; without it
/// a place costs one comparison. No handler, no <c>finally</c> and no buffer of ours survives, as with SIGKILL.
/// </summary>
public static class CrashPoint
{
    private static readonly string? Armed = Environment.GetEnvironmentVariable("PAGO_KILL_AT");

    /// <summary>Dies here if the test asked for this place.</summary>
    public static void Reach(string place)
    {
        if (Armed is null || !string.Equals(Armed, place, StringComparison.Ordinal)) return;
        Process.GetCurrentProcess().Kill();
        Thread.CurrentThread.Join();
    }
}
