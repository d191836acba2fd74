using PagoConsole.Core.Storage;
using PagoConsole.Hosting.Start;
using PagoConsole.Sandbox;

namespace PagoConsole.Hosting.Commands;

/// <summary>Serves the simulator without a console, for a console that runs elsewhere.</summary>
internal sealed class SandboxAlone : Verb
{
    private const string DataFolder = $"{StorageOptions.Section}:{nameof(StorageOptions.DataFolder)}";

    public override string Name => "sandbox";

    public override string Arguments => "[--urls ADDRESS]";

    public override string Does => "serve the simulator of PagoEfectivo alone, on http://localhost:5090";

    public override Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        // Its file lies beside the console's, whatever folder it is started from and wherever that is set.
        var settings = VerbArguments.Parse(args).Settings;
        return SandboxProgram.RunAsync([.. settings, $"--{DataFolder}={ConsoleBuilder.Create(settings).Configuration[DataFolder]}"]);
    }
}
