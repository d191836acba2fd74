using System.ComponentModel;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>What a marketplace would do: verify a callback, as it came over the wire, with the published library. It is fetched with npm; without that the test is skipped.</summary>
[Collection(ContractCollection.Name)]
public sealed class StandardWebhooksLibraryTests(ContractConsole contract)
{
    private const string Verify = """
        const { Webhook } = require('standardwebhooks');
        const [secret, id, timestamp, signature, body] = process.argv.slice(1);
        const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
        console.log(new Webhook(secret).verify(body, headers).type);
        """;

    [Fact]
    public async Task A_callback_verifies_with_the_published_library()
    {
        var folder = Directory.CreateTempSubdirectory("standardwebhooks");
        try
        {
            if (!await InstalledAsync(folder)) Assert.Skip("The library standardwebhooks cannot be had here; node, npm and a registry are needed.");
            var id = PagoClient.Id(await contract.PaidAsync());
            var callback = (await contract.Sandbox.CallbacksUntilAsync(id, "order.paid")).Single(callback => callback.Type == "order.paid");

            var taken = await VerifyAsync(folder, callback, callback.Body);
            var forged = await VerifyAsync(folder, callback, callback.Body + " ");

            Assert.Equal((0, "order.paid"), (taken.ExitCode, taken.Output.Trim()));
            Assert.NotEqual(0, forged.ExitCode);
            Assert.Contains("No matching signature", forged.Error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> InstalledAsync(DirectoryInfo folder)
    {
        try
        {
            string[] install = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder.FullName, "standardwebhooks@^1.0.0"];
            return (await Shell.RunAsync("npm", install).WaitAsync(TimeSpan.FromMinutes(1))).ExitCode == 0;
        }
        catch (Exception missing) when (missing is Win32Exception or TimeoutException)
        {
            return false;
        }
    }

    private static Task<ShellOutcome> VerifyAsync(DirectoryInfo folder, Callback callback, string body) => Shell.RunAsync(
        "node",
        [
            "-e", Verify, SandboxControls.CallbackSecret, callback.Header("webhook-id"), callback.Header("webhook-timestamp"),
            callback.Header("webhook-signature"), body,
        ],
        start => start.WorkingDirectory = folder.FullName);
}
