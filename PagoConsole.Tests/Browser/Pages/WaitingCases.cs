using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

internal sealed class WaitingCases(IPage page)
{
    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    public ILocator Approvals => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") });

    public static async Task<WaitingCases> OpenAsync(Visit visit, string person = "analyst")
    {
        await SignInForm.AsAsync(visit, person, "/reviews");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Review queue" })).ToBeVisibleAsync();
        return new WaitingCases(visit.Page);
    }

    public ILocator LineOf(string orderId) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = orderId });

    public Task OpenOrderAsync(string orderId) => LineOf(orderId).GetByRole(AriaRole.Link, new() { Name = orderId }).ClickAsync();

    public Task PressAsync(string orderId, string button) =>
        LineOf(orderId).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Presses the decision in the order's line and confirms it in the dialog.</summary>
    public async Task DecideAsync(string orderId, string decision, string note = "", string? confirm = null)
    {
        await PressAsync(orderId, decision);
        await AnswerAsync(note, confirm ?? decision);
        await Assertions.Expect(Dialog).ToHaveCountAsync(0);
    }

    public async Task AnswerAsync(string note, string button)
    {
        if (note.Length > 0) await Dialog.GetByRole(AriaRole.Textbox).FillAsync(note);
        await Dialog.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }
}
