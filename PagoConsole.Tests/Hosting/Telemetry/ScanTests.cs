using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Foundation.Telemetry;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Conventions;
using PagoConsole.Tests.Hosting.LiveFeed;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Hosting.Telemetry;

/// <summary>
/// The main ways through the console, with a buyer and secrets that occur nowhere else; afterwards none of it stands in logs (of every level down to debug),
/// traces, metrics, problem details, the live feed, the timeline, or the public part of the journal; nor on any page, in any file or in any answer to a key,
/// whoever asks, before they said why they need it.
/// </summary>
public sealed class ScanTests : IAsyncLifetime
{
    private readonly Overheard overheard = new();
    private readonly ScannedBuyer buyer = new();
    private RunningHost? started;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private RunningHost Host => started!;

    public async ValueTask InitializeAsync() => started = await RunningHost.StartAsync(overheard.Listen, [.. Overheard.Settings, .. ScannedBuyer.Settings]);

    public ValueTask DisposeAsync() => started?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Nothing_secret_and_nothing_personal_leaves_by_a_side_door()
    {
        var flows = new ScannedFlows(Host, buyer);
        var paidId = await flows.RunAsync();
        await Host.Services.GetRequiredService<JobRunner>().RunAsync("expiry", Ct);
        var work = new ScannedWork(Host, buyer);
        await work.RunAsync(paidId);

        // What was shown is much, so only what is wrong with it is kept.
        var told = new List<string>();
        var secrets = buyer.Secrets(flows).ToList();
        await foreach (var shown in new Crawl(Host, work, paidId).RunAsync())
            told.Add(secrets.Exists(secret => shown.Contains(secret.Value, StringComparison.OrdinalIgnoreCase)) ? shown : shown[..Math.Min(shown.Length, 60)]);
        await using (var feed = await FeedClient.ListenAsync(Host.Http.BaseAddress!, ScannedBuyer.ApiKey, after: 0, inAddress: true))
        {
            await feed.UntilAsync("the paid order to be told", e => e.OrderId == paidId && e.Kind == "order.paid");
            told.AddRange(feed.Heard.Select(e => "feed: " + JsonSerializer.Serialize(e)));
        }

        told.AddRange(overheard.Lines);
        told.AddRange(overheard.Traces);
        DashboardTests.MeasureTheRare();
        var metrics = await MetricsAsync();
        told.AddRange(metrics.Split('\n').Select(line => "metrics: " + line));
        told.AddRange(flows.Problems.Select(problem => "problem: " + problem));
        told.AddRange(flows.Timelines.Select(timeline => "timeline: " + timeline));
        told.AddRange((await JournalAsync()).Select(e => $"journal: {e.Kind} {e.Stream} {e.Actor} {e.Data}"));

        foreach (var source in (string[])["page:", "file:", "api:", "feed:", "log:", "trace:", "metrics:", "problem:", "timeline:", "journal:"])
            Assert.True(told.Count(line => line.StartsWith(source, StringComparison.Ordinal)) > 3, $"Nothing was overheard of {source}");
        var found = told.SelectMany(line => secrets.Where(secret => line.Contains(secret.Value, StringComparison.OrdinalIgnoreCase))
            .Select(secret => $"{secret.Name}: {Around(line, secret.Value)}")).Distinct().Take(40).ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
        AssertOneTrace(paidId);

        // The framework's figures of requests go when any console of this process ends; that they are there is held in AnswerTests.
        DashboardTests.Expressions().SelectMany(DashboardTests.NamesIn).Distinct().Where(name => !name.StartsWith("http_server_request_duration_seconds_", StringComparison.Ordinal)).Where(name => !Regex.IsMatch(metrics, $@"^{name}[\s{{]", RegexOptions.Multiline))
            .AssertNone("The dashboard or an alert asks for figures that /metrics does not have.");
    }

    /// <summary>Scraped, once what is read every few seconds has been.</summary>
    private async Task<string> MetricsAsync() => await Eventually.BecomesAsync(
        "the figures of jobs to be read", () => Host.Http.GetStringAsync("/metrics", Ct), text => text.Contains("pago_job_last_success_seconds{", StringComparison.Ordinal));

    private void AssertOneTrace(string orderId)
    {
        var trace = OrderTrace.Of(orderId).TraceId;
        var steps = overheard.Steps.Where(step => step.TraceId == trace && step.Source.Name == OrderTrace.Name).ToList();
        string[] wanted = ["order.place", "gateway.create", "webhook.apply", "order.paid", "callback.send"];

        Assert.Empty(wanted.Except(steps.Select(step => step.OperationName)));
        Assert.All(steps, step => Assert.Equal(orderId, step.GetTagItem(OrderTrace.OrderId)));
        Assert.Contains(overheard.Steps, step => step.TraceId == trace && step.Source.Name == "System.Net.Http"); // the call itself, below its step
        Assert.Contains(overheard.Steps, step => step.TraceId != trace && Equals(step.GetTagItem(OrderTrace.OrderId), orderId)); // the request names its order
    }

    private async Task<List<JournalEntry>> JournalAsync()
    {
        await using var db = await Host.Services.GetRequiredService<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<JournalEntry>().AsNoTracking().ToListAsync(Ct);
    }

    private static string Around(string line, string secret)
    {
        var at = line.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        return Regex.Replace(line[..Math.Min(40, line.Length)] + " … " + line[Math.Max(0, at - 200)..Math.Min(line.Length, at + secret.Length + 60)], @"\s+", " ");
    }
}
