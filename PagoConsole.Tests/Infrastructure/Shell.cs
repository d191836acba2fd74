using System.Diagnostics;

namespace PagoConsole.Tests.Infrastructure;

internal sealed record ShellOutcome(int ExitCode, string Output, string Error);

internal static class Shell
{
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
        await process.WaitForExitAsync();
        return new ShellOutcome(process.ExitCode, await output, await error);
    }
}
