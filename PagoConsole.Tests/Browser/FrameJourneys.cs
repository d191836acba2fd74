using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class FrameJourneys(ConsoleBrowser browser)
{
    [Theory]
    [InlineData("es-PE", "Iniciar sesión")]
    [InlineData("zh-CN", "登录")]
    [InlineData("en-US", "Sign in")]
    [InlineData("fr-FR", null)]
    public Task The_browsers_language_is_spoken(string language, string? title) => browser.VisitAsync(
        async visit =>
        {
            await visit.Page.GotoAsync("/sign-in");

            var heading = visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
            if (title is null) await Assertions.Expect(heading).ToBeVisibleAsync();
            else await Assertions.Expect(heading).ToHaveTextAsync(title);
        },
        new VisitSetup(Language: language));

    [Fact]
    public Task The_language_is_switched_and_stays() => browser.VisitAsync(async visit =>
    {
        var frame = await SignInForm.AsAsync(visit, "auditor");
        await frame.ChooseAsync("Language", "Español");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", new System.Text.RegularExpressions.Regex("^es"));
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", new System.Text.RegularExpressions.Regex("^es"));

        await frame.ChooseAsync("Idioma", "简体中文");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", new System.Text.RegularExpressions.Regex("^zh"));
        await frame.ChooseAsync("语言", "English");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", new System.Text.RegularExpressions.Regex("^en"));
    });

    [Theory]
    [InlineData("Dark", true)]
    [InlineData("Light", false)]
    public Task The_appearance_is_switched_and_stays(string choice, bool dark) => browser.VisitAsync(
        async visit =>
        {
            var frame = await SignInForm.AsAsync(visit, "analyst");
            Assert.NotEqual(dark, await IsDarkAsync(visit.Page));

            await frame.ChooseAsync("Appearance", choice);

            // The page's policy allows no eval, by which Playwright would wait for a script of ours.
            await Eventually.IsTrueAsync($"the page is {choice}", async () => await IsDarkAsync(visit.Page) == dark);
            await visit.Page.ReloadAsync();
            await frame.ShownAsync();

            Assert.Equal(dark, await IsDarkAsync(visit.Page));
        },
        new VisitSetup(Dark: !dark));

    [Fact]
    public Task Every_page_holds_in_the_dark_too() => browser.VisitAsync(
        async visit =>
        {
            await SignInForm.AsAsync(visit, "lead");
            foreach (var path in (string[])["/", "/orders", "/reviews", "/events"]) await LookAtAsync(visit, path);
        },
        new VisitSetup(Dark: true));

    [Fact]
    public Task On_a_phone_the_places_are_in_a_drawer_and_nothing_is_cut_off() => browser.VisitAsync(
        async visit =>
        {
            var frame = await SignInForm.AsAsync(visit, "lead");
            foreach (var path in (string[])["/", "/orders", "/reviews", "/events"])
            {
                await LookAtAsync(visit, path);
                var overflow = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                Assert.True(overflow <= 0, $"{path} is {overflow} px wider than the phone.");
            }

            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Open the menu" }).ClickAsync();
            await frame.GoToAsync("Orders");
            await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/orders"));
        },
        VisitSetup.Phone);

    private const string DarkScript = """
        (() => { const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number); return (r + g + b) / 3 < 100; })()
        """;

    private static Task<bool> IsDarkAsync(IPage page) => page.EvaluateAsync<bool>(DarkScript);

    private static async Task LookAtAsync(Visit visit, string path)
    {
        await visit.Page.GotoAsync(path);
        await Assertions.Expect(new ConsoleFrame(visit.Page).Title).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();
    }
}
