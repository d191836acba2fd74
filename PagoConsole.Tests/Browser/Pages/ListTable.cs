using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

/// <summary>The block, review and trust lists.</summary>
internal sealed class ListTable(IPage page)
{
    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    public ILocator AddButton => page.GetByRole(AriaRole.Button, new() { Name = "Add to list", Exact = true });

    public static async Task<ListTable> OpenAsync(Visit visit, string person = "admin")
    {
        await SignInForm.AsAsync(visit, person, "/rules/lists");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Lists", Exact = true })).ToBeVisibleAsync();
        return new ListTable(visit.Page);
    }

    public ILocator LineOf(string value) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = value });

    public async Task AddAsync(string list, string kind, string value, string reason)
    {
        await AddButton.First.ClickAsync();
        await Dialog.GetByLabel("List", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = list });
        await Dialog.GetByLabel("Names", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = kind });
        await Dialog.GetByLabel("Value", new() { Exact = true }).FillAsync(value);
        await Dialog.GetByLabel("Reason", new() { Exact = true }).FillAsync(reason);
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Add to list", Exact = true }).ClickAsync();
        await Assertions.Expect(Dialog).ToHaveCountAsync(0);
    }

    public Task ChooseFileAsync(string text) => page.GetByLabel("CSV file").SetInputFilesAsync(
        new FilePayload { Name = "lists.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });

    public async Task TakeOffAsync(string value)
    {
        await LineOf(value).GetByRole(AriaRole.Button, new() { Name = $"Take off the list: {value}" }).ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Take off", Exact = true }).ClickAsync();
        await Assertions.Expect(LineOf(value)).ToHaveCountAsync(0);
    }
}
