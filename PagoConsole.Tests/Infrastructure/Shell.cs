using System.Diagnostics;

namespace PagoConsole.Tests.Infrastructure;

internal sealed record ShellOutcome(int ExitCode, string Output, string Error);

internal static class Shell
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    public static async Task<ShellOutcome> RunAsync(string program, IEnumerable<string> arguments, Action<ProcessStartInfo>? with = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        with?.Invoke(start);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Longest);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', start.ArgumentList)} did not end within {Longest}.");
        }

        return new ShellOutcome(process.ExitCode, await output, await error);
    }
}
