using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;
using PagoConsole.Core.Storage;
using PagoConsole.Reconciliation.Workbooks;

namespace PagoConsole.Tests.Components;

/// <summary>The page of exports, and what tells of them on every other page.</summary>
public sealed class ExportsPageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly DateOnly Day = new(2026, 11, 22);

    private static Actor Finance { get; } = new(ActorKind.Person, "usr_Finance", "Finance", RolePermissions.Of(Role.Finance).ToHashSet());

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddOptions<PublicAddressOptions>();
        services.AddSingleton<PublicAddress>();
        services.Configure<WorkbookOptions>(o => o.RowsAtOnce = 0);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Get<Writes>().DoAsync(
            tx =>
            {
                tx.Db.Add(new Difference
                {
                    DifferenceId = "dif_1",
                    Day = Day,
                    Kind = DifferenceKind.MissingInReport,
                    Fact = "pay_1",
                    Currency = Currency.Pen,
                    AtStakeMinor = 12_000,
                    Records = "{}",
                    LastRunId = "rec_1",
                    FoundAt = tx.Now,
                    SeenAt = tx.Now,
                });
                return Task.CompletedTask;
            },
            Ct);
    }

    [Fact]
    public async Task An_export_is_followed_from_the_asking_to_its_file()
    {
        var page = Show<ExportsPage>(Role.Finance, "/reconciliation/exports");
        page.WaitForAssertion(() => Assert.Contains("No large exports here", page.Markup, StringComparison.Ordinal), Patience);

        var id = await AskAsync();
        page.WaitForAssertion(() => Assert.Contains("Waiting", page.Find("tbody tr").TextContent, StringComparison.Ordinal), Patience);
        await Get<MakeWorkbooks>().RunAsync(Ct);

        page.WaitForAssertion(() => Assert.Equal($"/reconciliation/exports/{id}/file", page.Find("tbody tr td a").GetAttribute("href")), Patience);
        Assert.Contains("Ready", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_waits_can_be_called_off_and_asked_for_again()
    {
        await AskAsync();
        var page = Show<ExportsPage>(Role.Finance, "/reconciliation/exports");

        page.WaitForAssertion(() => Assert.Single(Buttons(page, "Cancel")), Patience);
        page.Act(() => Buttons(page, "Cancel").Single(), element => element.Click());

        page.WaitForAssertion(() => Assert.Contains("Cancelled", page.Find("tbody tr").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("/reconciliation/export?from=2026-11-22&to=2026-11-22", page.FindAll("tbody tr a").Single(a => a.TextContent.Contains("Make again", StringComparison.Ordinal)).GetAttribute("href"));
    }

    [Fact]
    public async Task Others_exports_are_there_and_an_auditor_cancels_none()
    {
        await AskAsync();

        var all = Show<ExportsPage>(Role.Auditor, "/reconciliation/exports?whose=all");

        all.WaitForAssertion(() => Assert.Contains("Waiting", all.Find("tbody tr").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(Buttons(all, "Cancel"));
    }

    [Fact]
    public async Task The_top_bar_tells_when_one_is_ready_and_is_quiet_otherwise()
    {
        var bell = Show<ExportBell>(Role.Finance, "/orders");
        Assert.Empty(bell.FindAll("a.open"));
        await AskAsync();
        bell.WaitForAssertion(() => Assert.Equal("An export is in the making", bell.Find("a.open").GetAttribute("title")), Patience);

        await Get<MakeWorkbooks>().RunAsync(Ct);

        bell.WaitForAssertion(() => Assert.Equal("1", bell.Find("a.open .count").TextContent), Patience);
        Assert.Contains("Your export is ready: reconciliation-2026-11-22.xlsx", Context.Services.GetRequiredService<MudBlazor.ISnackbar>().ShownSnackbars.Select(s => s.Message));
    }

    private static IEnumerable<IElement> Buttons<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("tbody tr button").Where(button => button.TextContent.Contains(text, StringComparison.Ordinal));

    private async Task<string> AskAsync()
    {
        var request = new WorkbookRequest { Filter = new() { From = Day, To = Day }, Language = "en", By = "" };
        return (await Get<ExportWorkbook>().RunAsync(request, Finance, Ct)).Value.WorkbookId!;
    }
}
