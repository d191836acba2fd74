using System.Data.Common;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.BackTest;
using PagoConsole.Core.Storage;
using PagoConsole.Hosting.Start;
using PagoConsole.Hosting.Telemetry;

namespace PagoConsole.Hosting.Commands;

/// <summary>What verbs about rules begin with: the store, brought up to date, and the rules.</summary>
internal static class RulesInStore
{
    /// <summary>Does something with them, beside a console that may be running.</summary>
    public static async Task<int> WithAsync(string[] settings, Func<IServiceProvider, Task<int>> run, CancellationToken ct)
    {
        var builder = ConsoleBuilder.Create(settings).AddLogs(toStandardError: true);
        builder.Services.AddStorage().AddRisk();
        await using var app = builder.Build();
        app.Services.CheckSettings();
        try
        {
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
            return await run(app.Services);
        }
        catch (DbException unreachable)
        {
            await Console.Error.WriteLineAsync($"The store does not answer: {unreachable.Message}");
            return ExitCode.FoundFailure;
        }
    }

    /// <summary>The rules in force, or those of a file.</summary>
    /// <exception cref="UsageException">The file is no rule set, or one with faults.</exception>
    public static async Task<RuleSet> ReadAsync(IServiceProvider services, string? file, CancellationToken ct)
    {
        if (file is null) return (await services.GetRequiredService<PublishedRules>().NewestAsync(ct)).Set;
        RuleSet set;
        try
        {
            set = RuleSet.FromJson(await File.ReadAllTextAsync(file, ct));
        }
        catch (System.Text.Json.JsonException wrong)
        {
            throw new UsageException($"{file} is no rule set: {wrong.Message}");
        }

        var faults = services.GetRequiredService<RuleBook>().Faults(set).ToList();
        return faults.Count == 0 ? set : throw new UsageException(string.Join(Environment.NewLine, faults.Select(fault => $"  {fault}").Prepend($"{file} cannot be used:")));
    }
}
