using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.Review.Links;
using PagoConsole.ReviewQueue.Graph;

namespace PagoConsole.Tests.Components;

public sealed class LinkGraphPictureTests : IDisposable
{
    private readonly ConsoleContext context = new(new FakeTimeProvider());

    public void Dispose() => context.Dispose();

    [Fact]
    public void Nobody_who_shares_anything_is_said_in_words() =>
        Assert.Contains("No other account shares anything with this one", Show(LinkGraphs.Alone).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void An_account_leads_to_its_page_in_a_tab_of_its_own_and_says_what_is_marked()
    {
        var accounts = Show(LinkGraphs.Small).FindAll("svg a");

        Assert.Equal(["/accounts/u-me", "/accounts/u-bad", "/accounts/u-good"], accounts.Select(account => account.GetAttribute("href")));
        Assert.All(accounts, account => Assert.Equal(("_blank", "noopener"), (account.GetAttribute("target"), account.GetAttribute("rel"))));
        Assert.Equal(
            [
                "Account u-me, account of this case, opens in a new tab",
                "Account u-bad, had fraud, opens in a new tab",
                "Account u-good, has paid, opens in a new tab",
            ],
            accounts.Select(account => account.GetAttribute("aria-label")));
        Assert.Single(accounts[1].QuerySelectorAll(".mark.bad"));
        Assert.Single(accounts[2].QuerySelectorAll(".mark.good"));
        Assert.Single(accounts[0].QuerySelectorAll(".halo"));
    }

    [Fact]
    public void An_identifier_is_reached_by_tab_and_says_what_it_is()
    {
        var identifiers = Show(LinkGraphs.Small).FindAll("svg g[tabindex='0']");

        Assert.Equal(["phone •••321, on this order", "device erased"], identifiers.Select(identifier => identifier.GetAttribute("aria-label")));
    }

    [Fact]
    public void Whoever_is_focused_stands_out_with_its_neighbours_and_its_facts()
    {
        var picture = Show(LinkGraphs.Small);
        Assert.StartsWith("Point at a circle", Facts(picture), StringComparison.Ordinal);

        Node(picture, "u-bad").Focus();

        Assert.Equal("u-bad · 100 orders or more · 2 rejected · 1 was fraud · 1 open flag · shares phone, device", Facts(picture));
        Assert.Contains("active", Node(picture, "u-bad").ClassName, StringComparison.Ordinal);
        Assert.Contains("dim", Node(picture, "u-me").ClassName, StringComparison.Ordinal);
        Assert.All(picture.FindAll("line"), line => Assert.Equal(line.ClassName == "lit", !line.OuterHtml.Contains("dim", StringComparison.Ordinal)));
        Assert.Equal(3, picture.FindAll("svg .node.lit").Count);

        Node(picture, "u-bad").Blur();
        Assert.Empty(picture.FindAll("svg .dim"));
    }

    [Fact]
    public void The_pointer_goes_before_the_focus_and_gives_it_back()
    {
        var picture = Show(LinkGraphs.Small);
        Node(picture, "u-me").Focus();

        picture.FindAll("svg g[tabindex='0']")[1].MouseEnter();
        Assert.Equal("device erased · 2 accounts: u-bad, u-good", Facts(picture));

        picture.FindAll("svg g[tabindex='0']")[1].MouseLeave();
        Assert.Equal("u-me · account of this case · 2 orders · shares phone", Facts(picture));
    }

    [Fact]
    public void The_tables_say_the_same()
    {
        var tables = Show(LinkGraphs.Small).FindAll("details table");

        Assert.Equal(["u-bad", "phone, device", "100+", "0", "2", "1", "1"], Cells(tables[0], 1));
        Assert.Equal(["phone", "•••321", "on this order", "u-me, u-bad"], Cells(tables[1], 0));
    }

    [Fact]
    public void What_was_left_out_is_said() =>
        Assert.Contains("at most 40 accounts and 60 identifiers", Show(LinkGraphs.Small).Find(".cut").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Places_are_whole_numbers_in_every_language()
    {
        Cultures.Speak("es");
        Assert.DoesNotContain(Show(LinkGraphs.Random(30, 30, 3)).FindAll("svg line"), line => line.GetAttribute("x1")!.Any(c => c is ',' or '.'));
    }

    private static IElement Node(IRenderedComponent<LinkGraphPicture> picture, string account) => picture.Find($"svg a[href='/accounts/{account}']");

    private static string Facts(IRenderedComponent<LinkGraphPicture> picture) => picture.Find("p[aria-live=polite]").TextContent;

    private static IEnumerable<string> Cells(IElement table, int row) =>
        table.QuerySelectorAll("tbody tr")[row].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim());

    private IRenderedComponent<LinkGraphPicture> Show(LinkGraph graph) => context.Render<LinkGraphPicture>(p => p.Add(c => c.Graph, graph));
}
