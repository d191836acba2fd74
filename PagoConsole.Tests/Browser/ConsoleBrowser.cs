using Microsoft.Playwright;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

/// <summary>One Chromium and one console for all journeys; each journey has a context of its own.</summary>
public sealed class ConsoleBrowser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>A script in the page has no time limit of its own; one that hangs ends its journey, not the run.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private ConsoleProcess? console;
    private IPlaywright? playwright;
    private IBrowser? browser;

    internal ConsoleProcess Console => console ?? throw new InvalidOperationException("The console was not started.");

    internal PagoClient Marketplace => new(Console);

    internal SandboxControls Sandbox => new(Console);

    internal WebhookSender PagoEfectivo => new(Console);

    public async ValueTask InitializeAsync()
    {
        console = await ConsoleProcess.StartAsync(("Review__UndoSeconds", "4"));
        Assertions.SetDefaultExpectTimeout(15_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PAGO_TEST_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args = Arguments,
            Headless = true,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync().AsTask().WaitAsync(Longest);
        playwright?.Dispose();
        if (console is not null) await console.DisposeAsync();
    }

    /// <summary>
    /// A journey in a fresh context. It fails, besides for its own reasons, on console errors, on a request to another host, and on an
    /// accessibility violation of the page that it ends on.
    /// </summary>
    internal async Task VisitAsync(Func<Visit, Task> journey, VisitSetup? setup = null)
    {
        setup ??= new VisitSetup();
        await using var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Console.Address.ToString(),
            Locale = setup.Language,
            TimezoneId = "America/Lima",
            ColorScheme = setup.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = setup.Width, Height = setup.Height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        var visit = new Visit(await context.NewPageAsync(), Console.Address);
        try
        {
            await journey(visit).WaitAsync(Longest);
            await visit.CheckAccessibilityAsync().WaitAsync(Longest);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await visit.KeepPictureAsync();
            if (visit.Faults.Count == 0) throw;
            throw new InvalidOperationException($"{failure.Message}{Environment.NewLine}{string.Join(Environment.NewLine, visit.Faults)}", failure);
        }

        visit.AssertClean();
    }
}

/// <summary>How the visitor's browser is set up.</summary>
internal sealed record VisitSetup(string Language = "en-US", bool Dark = false, int Width = 1440, int Height = 900)
{
    public static VisitSetup Phone => new(Width: 390, Height: 844);
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<ConsoleBrowser>
{
    public const string Name = "Browser";
}
