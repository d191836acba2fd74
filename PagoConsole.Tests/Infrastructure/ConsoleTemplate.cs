using Microsoft.Data.Sqlite;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>
/// The data of a console that has started once: migrated, its demo people hashed, its first jobs done. Most processes under test start
/// on a copy, since all that costs several seconds of processor time. It is made once a run, by a process that starts on nothing.
/// </summary>
internal static class ConsoleTemplate
{
    private static readonly SemaphoreSlim Turn = new(1);
    private static string? folder;

    /// <summary>Copies it into a folder that has no data yet.</summary>
    public static async Task CopyToAsync(string target)
    {
        foreach (var file in Directory.GetFiles(await FolderAsync())) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
    }

    /// <summary>At the end of the run.</summary>
    public static void Remove()
    {
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> FolderAsync()
    {
        await Turn.WaitAsync();
        try
        {
            return folder ??= await MakeAsync();
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<string> MakeAsync()
    {
        await using var console = await ConsoleProcess.StartFreshAsync();
        await Eventually.IsTrueAsync(
            "the first jobs to be done",
            async () => await Truth.CountAsync(console, "SELECT count(*) FROM job_runs") > 0
                && await Truth.CountAsync(console, "SELECT count(*) FROM job_runs WHERE finished_at IS NULL") == 0,
            TimeSpan.FromSeconds(30));
        var code = await console.StopAsync();
        if (code != 0) throw new InvalidOperationException($"The console ended with {code}:{Environment.NewLine}{console.Output}");
        var made = Directory.CreateTempSubdirectory("pago-template-").FullName;
        foreach (var path in new[] { console.DatabasePath, console.SandboxDatabasePath })
        {
            // The last close moves the log into the file; where something held it open, this does.
            await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
            {
                await connection.OpenAsync();
                await using var checkpoint = connection.CreateCommand();
                checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                await checkpoint.ExecuteNonQueryAsync();
            }

            File.Copy(path, Path.Combine(made, Path.GetFileName(path)));
        }

        return made;
    }
}
