using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

internal sealed class SignInForm(IPage page)
{
    public const string DemoPassword = "Demo-1234!";

    public ILocator Fault => page.Locator("p[role=alert]"); // not the notice of a lost connection, which may flash up while a page is left

    /// <summary>Signs in and waits for the place that was asked for.</summary>
    public static async Task<ConsoleFrame> AsAsync(Visit visit, string person, string path = "/")
    {
        await visit.Page.GotoAsync(path);
        await new SignInForm(visit.Page).SubmitAsync($"{person}@demo.pe", DemoPassword);
        var frame = new ConsoleFrame(visit.Page);
        await frame.ShownAsync();
        return frame;
    }

    public async Task SubmitAsync(string email, string password)
    {
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }
}
