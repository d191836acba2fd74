using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

/// <summary>One case on its page.</summary>
internal sealed class CaseDesk(IPage page)
{
    public IPage Page => page;

    public ILocator Panel => page.GetByRole(AriaRole.Region, new() { Name = "Decision" });

    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    public ILocator Note => Panel.GetByRole(AriaRole.Textbox);

    public static async Task<CaseDesk> OpenAsync(Visit visit, string orderId, string person = "analyst")
    {
        await SignInForm.AsAsync(visit, person, $"/reviews/{orderId}");
        return await ShownAsync(visit, orderId);
    }

    /// <summary>Goes to another case as somebody who is signed in already.</summary>
    public static async Task<CaseDesk> GoToAsync(Visit visit, string orderId)
    {
        await visit.Page.GotoAsync($"/reviews/{orderId}");
        return await ShownAsync(visit, orderId);
    }

    /// <summary>It is theirs: from here on its keys work.</summary>
    public Task InHandAsync() => ShowsAsync("In your hand");

    public Task ShowsAsync(string text) => Assertions.Expect(page.GetByText(text, new() { Exact = true }).First).ToBeVisibleAsync();

    public Task PanelShowsAsync(string text) => Assertions.Expect(Panel).ToContainTextAsync(text);

    public Task PressAsync(params string[] keys) => EachAsync(keys, key => page.Keyboard.PressAsync(key));

    /// <summary>Approves for the usual reason, by keys alone.</summary>
    public async Task ApproveAsync()
    {
        await OpenFormAsync("a", "Approve");
        await PressAsync("Enter");
    }

    /// <summary>Rejects for the reason of that number, by keys alone.</summary>
    public async Task RejectAsync(string digit)
    {
        await OpenFormAsync("r", "Reject");
        await PressAsync(digit, "Enter");
    }

    /// <summary>Opens a form of the panel by its key, once the panel offers it.</summary>
    public async Task OpenFormAsync(string key, string offered)
    {
        await Assertions.Expect(Panel.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{offered}") })).ToBeVisibleAsync();
        await PressAsync(key);
        await Assertions.Expect(Panel.GetByRole(AriaRole.Radio).First).ToBeFocusedAsync();
    }

    public async Task AnswerDialogAsync(string note, string button)
    {
        await Dialog.GetByRole(AriaRole.Textbox).FillAsync(note);
        await Dialog.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    private static async Task<CaseDesk> ShownAsync(Visit visit, string orderId)
    {
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex($"^Case {Regex.Escape(orderId)}") })).ToBeVisibleAsync();
        var desk = new CaseDesk(visit.Page);
        await Assertions.Expect(desk.Panel).ToBeVisibleAsync();
        return desk;
    }

    private static async Task EachAsync(IEnumerable<string> keys, Func<string, Task> press)
    {
        foreach (var key in keys) await press(key);
    }
}
