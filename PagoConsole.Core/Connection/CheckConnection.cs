using System.Reflection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Connection;

/// <summary>Checks every way between PagoEfectivo, the marketplace and this console, one after the other, and tells each finding as it comes.</summary>
public sealed class CheckConnection
{
    /// <summary>Kind of journal entry: somebody had the connection checked.</summary>
    public const string Checked = "connection.checked";

    private readonly AskGateway gateway;
    private readonly KnockAtOwnDoor door;
    private readonly TryCallback callback;
    private readonly Writes writes;

    internal CheckConnection(AskGateway gateway, KnockAtOwnDoor door, TryCallback callback, Writes writes) =>
        (this.gateway, this.door, this.callback, this.writes) = (gateway, door, callback, writes);

    /// <summary>The version of this program.</summary>
    public static string Version { get; } =
        typeof(CheckConnection).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "–";

    /// <summary>Runs all of it.</summary>
    /// <param name="tell">Told each finding as soon as it is there.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Result<IReadOnlyList<ConnectionResult>>> RunAsync(Func<ConnectionResult, Task> tell, Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.ManageJobs)) return RefusalCode.NotAllowed;
        var found = new List<ConnectionResult>();
        async Task AddAsync(IReadOnlyList<ConnectionResult> results)
        {
            foreach (var result in results)
            {
                found.Add(result);
                await tell(result);
            }
        }

        await AddAsync(await gateway.RunAsync(ct));
        await AddAsync(await door.RunAsync(ct));
        var tested = await callback.RunAsync(by, ct);
        if (!tested.Done) return tested.Refusal!;
        await AddAsync(tested.Value);
        await writes.DoAsync(
            tx =>
            {
                tx.Journal(
                    $"connection/{Lima.DayOf(tx.Now):yyyy-MM-dd}", Checked, by, found.ToDictionary(result => result.Step.ToString(), result => result.Finding.ToString()));
                return Task.CompletedTask;
            },
            CancellationToken.None);
        return found;
    }
}
