using System.Diagnostics;

namespace PagoConsole.Benchmarks.Day;

/// <summary>
/// A whole day of trade in minutes: the console, and PagoEfectivo with the marketplace in a process of their own that nobody kills, both on a
/// clock that runs fast. Lost, doubled and late webhooks, errors, time-outs, an outage, kills; at the end the books of both sides are compared.
/// </summary>
internal sealed class SimulatedDay(DayPlan plan, string program, Action<string> tell)
{
    /// <summary>After the last voucher late money is looked for, for a day and a bit.</summary>
    private static readonly TimeSpan Night = TimeSpan.FromHours(29);

    private static readonly TimeSpan LongestQuiet = TimeSpan.FromMinutes(4);
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> dead = [];

    public async Task<DayReport> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("pago-day-").FullName;
        try
        {
            await using var sandbox = new DayProcess(program, "sandbox", folder);
            await using var console = new DayProcess(program, null, folder);
            Configure(sandbox, console, folder);
            var took = Stopwatch.StartNew();
            var taken = await LiveAsync(sandbox, console, folder, ct);
            var journal = await console.RunAsync("verify-journal");
            var report = DayAudit.Of(folder, plan, taken, dead, journal, took.Elapsed);
            if (report.Faults.Count > 0) tell($"the books are kept in {folder}");
            else Directory.Delete(folder, recursive: true);
            return report;
        }
        catch
        {
            tell($"what happened until then is kept in {folder}");
            throw;
        }
    }

    private async Task<IReadOnlyCollection<string>> LiveAsync(DayProcess sandbox, DayProcess console, string folder, CancellationToken ct)
    {
        var clock = new DayClock(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow(), plan.Speed);
        await sandbox.StartAsync(clock, ct);
        await console.StartAsync(clock, ct);
        using var traffic = new DayTraffic(plan, console.Address, sandbox.Address);
        await traffic.FaultsAsync(plan.Faults, unavailable: false, ct);
        var start = clock.Now;
        var buyers = Buyer.Of(plan);
        tell($"{buyers.Count} orders in {plan.Trade / plan.Speed:mm\\:ss} minutes");
        var troubles = Task.WhenAll(KillAsync(console, clock, start, ct), OutageAsync(traffic, clock, start, ct));
        await Task.WhenAll(traffic.RunAsync(buyers, clock, start, ct), troubles);
        tell($"the last buyer has gone, {clock.Now - start:d\\.hh\\:mm} after the start; an order took {traffic.Lag:hh\\:mm} to be taken at most");
        await clock.UntilAsync(start + plan.Trade + TimeSpan.FromHours(plan.VoucherHours + 1), ct);

        await traffic.FaultsAsync(new DayFaults(0, 0, 0, 0, 0), unavailable: false, ct);
        var night = clock.At(plan.NightSpeed);
        foreach (var process in (DayProcess[])[console, sandbox]) await process.KillAsync();
        foreach (var process in (DayProcess[])[sandbox, console]) await process.StartAsync(night, ct);
        await night.UntilAsync(night.Start + Night, ct);
        await QuietAsync(folder, ct);
        await console.KillAsync();
        return [.. traffic.Taken.Keys];
    }

    private async Task KillAsync(DayProcess console, DayClock clock, DateTimeOffset start, CancellationToken ct)
    {
        foreach (var at in plan.Kills)
        {
            await clock.UntilAsync(start + at, ct);
            var from = clock.Now;
            await console.KillAsync();
            await console.StartAsync(clock, ct);
            dead.Add((from, clock.Now + plan.Restart * clock.Speed));
            tell($"killed at {at:hh\\:mm}, back after {(clock.Now - from) / clock.Speed:ss\\.f} s");
        }
    }

    private async Task OutageAsync(DayTraffic traffic, DayClock clock, DateTimeOffset start, CancellationToken ct)
    {
        await clock.UntilAsync(start + plan.OutageAt, ct);
        await traffic.FaultsAsync(plan.Faults, unavailable: true, ct);
        await clock.UntilAsync(start + plan.OutageAt + plan.Outage, ct);
        await traffic.FaultsAsync(plan.Faults, unavailable: false, ct);
        tell("PagoEfectivo is back");
    }

    /// <summary>Waits until nothing is left to do on either side; what never ends is left for the audit to tell.</summary>
    private async Task QuietAsync(string folder, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (DayBooks.LeftToDo(folder) is var left && left.Values.Sum() > 0 && waited.Elapsed < LongestQuiet)
        {
            tell("left to do: " + string.Join(", ", left.Where(kind => kind.Value > 0).Select(kind => $"{kind.Value} {kind.Key}")));
            await Task.Delay(TimeSpan.FromSeconds(2), ct);
        }
    }

    private void Configure(DayProcess sandbox, DayProcess console, string folder)
    {
        foreach (var (key, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Storage__DataFolder"] = folder,
            ["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder, DayBooks.Console)}",
            ["Sandbox__Database"] = Path.Combine(folder, DayBooks.Sandbox),
            ["Sandbox__ConsoleUrl"] = console.Address.ToString(),
            ["Sandbox__HoldSeconds"] = "4",
            ["Sandbox__MaxWebhookPauseSeconds"] = "2",
            ["Demo__Enabled"] = "false",
            ["Jobs__LeaseSeconds"] = "5",
            ["Payments__VoucherHours"] = $"{plan.VoucherHours}",
            ["Payments__PollsPerSecond"] = "1000",
            ["Review__HoldHours"] = "4",
            ["Marketplace__RateLimitPerSecond"] = "5000",
            ["Marketplace__CallbackUrl"] = new Uri(sandbox.Address, "/sandbox/marketplace/callbacks").ToString(),
            ["PagoEfectivo__Environment"] = "Sandbox",
            ["PagoEfectivo__BaseUrl"] = new Uri(sandbox.Address, "/sandbox/pagoefectivo").ToString(),
            ["PagoEfectivo__ClientId"] = "demo-client",
            ["PagoEfectivo__SecretKey"] = "demo-secret-key",
            ["PagoEfectivo__WebhookSecrets__0"] = "demo-webhook-secret",
            ["PagoEfectivo__AllowedNetworks__0"] = "127.0.0.0/8",
            ["PagoEfectivo__TimeoutSeconds"] = "2",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Serilog__MinimumLevel__Default"] = "Warning",
        })
        {
            sandbox.Settings[key] = value;
            console.Settings[key] = value;
        }
    }
}
