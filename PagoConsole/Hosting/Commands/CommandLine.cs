using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Hosting.Commands;

/// <summary>Decides what the program was started for: a verb, or to serve the console.</summary>
internal static class CommandLine
{
    private static readonly Verb[] Verbs = [new SandboxAlone(), new ImportHistory(), new ShowRules(), new BackTestVerb(), new ReconcileVerb(), new VerifyJournal(), new Recount()];

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (args.Any(arg => arg is "--help" or "-h" or "-?")) return await TellUsageAsync(Console.Out, ExitCode.Done);
            return args is [var word, ..] && !word.StartsWith('-') && !word.Contains('=') ? await RunVerbAsync(word, args[1..]) : await ServeAsync(args);
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return await TellUsageAsync(Console.Error, ExitCode.WrongArguments);
        }
        catch (SettingsException wrong)
        {
            return await FailAsync(wrong.Message);
        }
        catch (OptionsValidationException wrong)
        {
            return await FailAsync(new SettingsException([.. wrong.Failures]).Message);
        }
        catch (InvalidDataException unreadable) when (unreadable.InnerException is FormatException inner)
        {
            return await FailAsync($"{unreadable.Message} {inner.Message}");
        }
        catch (UnauthorizedAccessException closed)
        {
            return await FailAsync($"{closed.Message} The folder of the data is Storage:DataFolder.");
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            return await FailAsync($"{taken.Message} Say another address with --urls or ASPNETCORE_URLS.");
        }
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        Unambiguous(args);
        await using var app = ConsoleApp.Build(args);
        await app.RunAsync();
        return ExitCode.Done;
    }

    /// <summary>The configuration passes over what it does not understand; a person who typed it should hear.</summary>
    private static void Unambiguous(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i].Contains('=')) continue;
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) throw new UsageException($"{args[i]} is not understood.");
            if (++i == args.Length || args[i].StartsWith("--", StringComparison.Ordinal)) throw new UsageException($"{args[i - 1]} needs a value.");
        }
    }

    private static async Task<int> RunVerbAsync(string word, string[] args)
    {
        var verb = Verbs.FirstOrDefault(verb => verb.Name == word) ?? throw new UsageException($"There is no verb {word}.");
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await verb.RunAsync(args, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return await FailAsync($"{word} was stopped before its end.");
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<int> FailAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return ExitCode.FoundFailure;
    }

    private static async Task<int> TellUsageAsync(TextWriter where, int code)
    {
        await where.WriteLineAsync(
            """
            Usage: dotnet run --project PagoConsole -- [VERB] [arguments] [--Section:Key=value …]

              (no verb)
                  serve the console
            """);
        foreach (var verb in Verbs) await where.WriteLineAsync($"  {verb.Name} {verb.Arguments}{Environment.NewLine}      {verb.Does}");
        return code;
    }
}
