using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Benchmarks.Assessing;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.BackTest;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Risk.Preview;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;

namespace PagoConsole.Benchmarks.Previewing;

/// <summary>
/// A preview over 90 days with so many orders, and as many before them that warm the look-ups up: how soon there are first figures, all figures, and
/// figures after a slider moved; against the same two rule sets back-tested one after the other in the same run.
/// </summary>
internal static class PreviewSpeed
{
    private static readonly Actor Admin = new(ActorKind.Person, "bench", "bench", new HashSet<Permission> { Permission.SeeRules, Permission.SeeOrders });

    public static async Task RunAsync(int orders)
    {
        var folder = Directory.CreateTempSubdirectory("pago-bench-");
        try
        {
            var contexts = new PastOrders.Contexts(await PastOrders.MakeAsync(Path.Combine(folder.FullName, "preview.db"), orders * 2));
            await MeasureAsync(contexts);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(IDbContextFactory<PagoDb> contexts)
    {
        var book = new ServiceCollection().AddRisk().BuildServiceProvider().GetRequiredService<RuleBook>();
        var places = new PlaceFinder(Microsoft.Extensions.Options.Options.Create(new PlacesOptions()));
        var backTest = new RunBackTest(contexts, places, book);
        var span = PreviewSpan.Last(90, History.End);
        await backTest.RunAsync(new BackTestQuery(span.To, span.To, RuleSet.Default), null, CancellationToken.None); // warm-up

        var twice = await TimeAsync(async () =>
        {
            await backTest.RunAsync(new BackTestQuery(span.From, span.To, RuleSet.Default), null, CancellationToken.None);
            await backTest.RunAsync(new BackTestQuery(span.From, span.To, From(3500)), null, CancellationToken.None);
        });
        Say("two back-tests", twice, twice, "");

        using var preview = new PreviewRules(contexts, places, book, new Noon());
        await PreviewAsync(preview, From(3500), "preview, nothing collected", twice);
        var kept = GC.GetTotalMemory(forceFullCollection: true);
        for (var soles = 3400; soles > 2900; soles -= 100) await PreviewAsync(preview, From(soles), $"slider to {soles}", twice);
        await PreviewAsync(preview, Window(45), "another window: collected anew", twice);
        var more = GC.GetTotalMemory(forceFullCollection: true) - kept;
        Console.WriteLine($"one more collection holds {more / 1024.0 / 1024:F0} MB");
    }

    private static async Task PreviewAsync(PreviewRules preview, RuleSet draft, string what, TimeSpan twice)
    {
        var (first, sample, started) = (TimeSpan.Zero, (RulePreview?)null, Stopwatch.GetTimestamp());
        var result = (await preview.RunAsync(new PreviewQuery(RuleSet.Default, draft, 90), Admin, Hear, CancellationToken.None)).Value;
        var took = Stopwatch.GetElapsedTime(started);
        var change = result.ChangeIn(RiskOutcome.Review).Value;
        Say(what, took, twice, sample is null
            ? $"{result.Judged:N0} orders, {change:N0} more to review"
            : $"first figures after {first.TotalMilliseconds:F0} ms of {sample.Judged:N0} orders ({Bounds(sample.ChangeIn(RiskOutcome.Review))}); all: {change:N0} of {result.Judged:N0}");

        void Hear(PreviewStep step)
        {
            if (step.Sample is null) return;
            (first, sample) = (Stopwatch.GetElapsedTime(started), step.Sample);
        }
    }

    private static string Bounds(Estimate estimate) => $"{estimate.Value:N0}, {estimate.Low:N0} to {estimate.High:N0}";

    private static void Say(string what, TimeSpan took, TimeSpan twice, string more) =>
        Console.WriteLine($"{what,-32} {took.TotalMilliseconds,9:N0} ms {took / twice,8:P1} of two back-tests   {more}");

    private static async Task<TimeSpan> TimeAsync(Func<Task> run)
    {
        var started = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(started);
    }

    private static RuleSet From(decimal soles) => With("new-account-high-value", new NewAccountHighValueSettings { FromPen = soles, YoungerThanDays = 3650 });

    private static RuleSet Window(int minutes) => With("ip-velocity", new IpVelocitySettings { WindowMinutes = minutes });

    private static RuleSet With(string rule, object settings) => RuleSet.Default with
    {
        Rules = [.. RuleSet.Default.Rules.Select(e => e.Rule == rule ? RuleEntry.Of(e.Rule, e.Action, settings, e.Score) : e)],
    };

    /// <summary>The day after which there is no order.</summary>
    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => History.End;
    }
}
