using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class SignInJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task A_person_signs_in_and_out() => browser.VisitAsync(async visit =>
    {
        var frame = await SignInForm.AsAsync(visit, "analyst");
        await Assertions.Expect(frame.Title).ToBeVisibleAsync();

        await frame.SignOutAsync();

        await Assertions.Expect(visit.Page.GetByLabel("E-mail")).ToBeVisibleAsync();
        await visit.Page.GotoAsync("/");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
    });

    [Fact]
    public Task Somebody_who_was_sent_to_sign_in_lands_where_they_wanted() => browser.VisitAsync(async visit =>
    {
        await SignInForm.AsAsync(visit, "analyst", "/orders?status=Paid");

        await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/orders\?status=Paid"));
    });

    [Fact]
    public Task One_click_signs_in_a_demo_user() => browser.VisitAsync(async visit =>
    {
        await visit.Page.GotoAsync("/");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "auditor@demo.pe" }).ClickAsync();

        await new ConsoleFrame(visit.Page).ShownAsync();
    });

    [Fact]
    public Task A_wrong_password_does_not_tell_whether_the_person_exists() => browser.VisitAsync(async visit =>
    {
        var form = new SignInForm(visit.Page);
        await visit.Page.GotoAsync("/sign-in");

        await form.SubmitAsync("lead@demo.pe", "wrong");
        var ofSomebody = await form.Fault.TextContentAsync();
        await form.SubmitAsync("nobody@demo.pe", "wrong");

        await Assertions.Expect(form.Fault).ToHaveTextAsync(ofSomebody!);
    });

    [Fact]
    public Task After_too_many_wrong_passwords_the_right_one_does_not_help_for_a_while() => browser.VisitAsync(async visit =>
    {
        // Nobody else's journey signs in as this person.
        var form = new SignInForm(visit.Page);
        await visit.Page.GotoAsync("/sign-in");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await form.SubmitAsync("admin2@demo.pe", "wrong");
            await Assertions.Expect(form.Fault).ToBeVisibleAsync();
        }

        await form.SubmitAsync("admin2@demo.pe", SignInForm.DemoPassword);

        await Assertions.Expect(form.Fault).ToContainTextAsync("Too many wrong passwords");
    });

    [Fact]
    public Task Nobody_is_sent_to_another_host_after_signing_in() => browser.VisitAsync(async visit =>
    {
        await visit.Page.GotoAsync("/sign-in?returnUrl=https%3A%2F%2Fevil.example%2F");

        await new SignInForm(visit.Page).SubmitAsync("analyst@demo.pe", SignInForm.DemoPassword);

        await new ConsoleFrame(visit.Page).ShownAsync();
        Assert.StartsWith(browser.Console.Address.ToString(), visit.Page.Url, StringComparison.Ordinal);
    });
}
