using System.Globalization;
using System.Resources;
using Microsoft.Playwright;
using PagoConsole.Rules;
using PagoConsole.Rules.Tuning;

namespace PagoConsole.Tests.Browser.Pages;

/// <summary>Tuning rules, by what is written on the buttons in the visitor's language.</summary>
internal sealed class RuleDraftDesk(IPage page, string language)
{
    private static readonly ResourceManager Tuning = new(typeof(TuningText));
    private static readonly ResourceManager Rules = new(typeof(RulesText));
    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(language);

    public static async Task<RuleDraftDesk> OpenAsync(Visit visit, string language)
    {
        await visit.Page.GotoAsync("/rules");
        await visit.Page.Locator("input[type=email]").FillAsync("admin@demo.pe");
        await visit.Page.Locator("input[type=password]").FillAsync(SignInForm.DemoPassword);
        await visit.Page.Locator("form button[type=submit]").First.ClickAsync();
        return new RuleDraftDesk(visit.Page, language);
    }

    /// <summary>From the rules in force into a draft, to a setting, to another value.</summary>
    public async Task SetAsync(string rule, string setting, string value)
    {
        await PressAsync("ChangeRules");
        await Assertions.Expect(page.Locator("#changes")).ToBeVisibleAsync(); // the rules in force have links of the same names
        await page.GetByRole(AriaRole.Link, new() { Name = Word(Rules, $"Rule_{rule}"), Exact = true }).ClickAsync();
        var field = page.GetByRole(AriaRole.Textbox, new() { Name = Word(Rules, $"Setting_{rule}_{setting}"), Exact = true });
        await field.FillAsync(value);
        await field.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#changes li")).ToHaveCountAsync(1);
    }

    public async Task PublishAsync(string why)
    {
        await PressAsync("Publish");
        await page.GetByLabel(Word(Tuning, "Publish_Comment")).FillAsync(why);
        await PressAsync("Publish_Do");
        await GoneAsync();
    }

    /// <summary>Takes the published draft back.</summary>
    public async Task TakeBackAsync(int version)
    {
        await PressAsync("TakeBack", version);
        await PressAsync("Restore_Do", version);
        await GoneAsync();
    }

    private Task GoneAsync() => Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

    private Task PressAsync(string key, params object[] args) =>
        page.GetByRole(AriaRole.Button, new() { Name = string.Format(culture, Word(Tuning, key), args), Exact = true }).ClickAsync();

    private string Word(ResourceManager words, string key) => words.GetString(key, culture) ?? throw new InvalidOperationException($"There is no {key} in {culture}.");
}
