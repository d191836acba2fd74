using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PagoConsole.Tests.Conventions;

namespace PagoConsole.Tests.Browser;

/// <summary>One person's browser during one journey, and everything in it that should not have happened.</summary>
internal sealed class Visit
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    private readonly ConcurrentQueue<string> faults = new();

    public Visit(IPage page, Uri console)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error") faults.Enqueue($"console error: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => faults.Enqueue($"script error: {error}");
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } target && target.Authority != console.Authority)
                faults.Enqueue($"request to another host: {request.Url}");
        };
    }

    public IPage Page { get; }

    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>Says that an error is part of the journey, for example the answer to a wrong password.</summary>
    public void Forgive(string containing)
    {
        var kept = faults.Where(fault => !fault.Contains(containing, StringComparison.OrdinalIgnoreCase)).ToList();
        faults.Clear();
        kept.ForEach(faults.Enqueue);
    }

    public void AssertClean() => faults.AssertNone("The browser complained.");

    public async Task CheckAccessibilityAsync()
    {
        var result = await Page.RunAxe(Rules);
        result.Violations
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} ({violation.Impact}): {violation.Help}: {node.Html}"))
            .AssertNone($"{Page.Url} can not be used by everyone.");
    }

    public async Task KeepPictureAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "TestResults", "pictures"));
        var name = TestContext.Current.Test?.TestDisplayName ?? "journey";
        var path = Path.Combine(folder.FullName, string.Concat(name.Split(Path.GetInvalidFileNameChars())) + ".png");
        await Page.ScreenshotAsync(new() { Path = path, FullPage = true });
    }
}
