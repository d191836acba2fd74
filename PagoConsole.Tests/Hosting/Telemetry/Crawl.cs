using System.IO.Compression;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;
using PagoConsole.Reconciliation.Workbooks;
using PagoConsole.Tests.Access;
using PagoConsole.Tests.Components;

namespace PagoConsole.Tests.Hosting.Telemetry;

/// <summary>Every page, every file and every answer to a key, as each role and each scope sees it; what is open beside a list and behind a tab, too.</summary>
internal sealed class Crawl(RunningHost host, ScannedWork work, string paidId)
{
    private const string CasePage = "/reviews/{*OrderId}", DraftPage = "/aml/cases/{CaseId}/report";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Dictionary<string, string[]> addresses = [];

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>Everything that anybody was shown: who, where, what.</summary>
    public async IAsyncEnumerable<string> RunAsync()
    {
        await FindAddressesAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            await foreach (var shown in PagesAsync(role)) yield return $"page: {role} {shown}";
            await foreach (var taken in FilesAsync(role)) yield return $"file: {role} {taken}";
        }

        await foreach (var answer in AnswersAsync()) yield return $"api: {answer}";
    }

    private async Task FindAddressesAsync()
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        var account = await db.Set<Order>().Where(o => o.OrderId == paidId).Select(o => o.AccountId).SingleAsync(Ct);
        var deliveries = await db.Set<JournalEntry>().Where(e => e.Kind.StartsWith(WebhookEvents.Prefix)).Select(e => e.Seq).ToListAsync(Ct);
        var callback = await db.Set<OutboxMessage>().Where(m => m.OrderId == paidId).Select(m => m.Id).FirstAsync(Ct);
        var people = await db.Set<JournalEntry>().Where(e => e.Actor == "person:Marta").Select(e => e.Seq).ToListAsync(Ct);
        var today = Lima.DayOf(host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        addresses["/accounts/{*AccountId}"] = [$"/accounts/{account}"];
        addresses["/accounts"] = ["/accounts", $"/accounts?q={paidId}"];
        addresses["/orders/{*OrderId}"] = [$"/orders/{paidId}", $"/orders/{work.Held}"];
        addresses["/orders"] = ["/orders", $"/orders?open={paidId}"];
        addresses[CasePage] = [$"/reviews/{work.Held}"];
        addresses["/reviews/team"] = ["/reviews/team"];
        addresses["/money/{CaseId}"] = [$"/money/{work.MoneyCase}"];
        addresses["/money"] = ["/money", "/money?view=All"];
        addresses["/reconciliation/differences/{DifferenceId}"] = [$"/reconciliation/differences/{work.Difference}"];
        addresses["/reconciliation/{DayText}"] = [$"/reconciliation/{today:yyyy-MM-dd}"];
        addresses["/rules/lists"] = [$"/rules/lists?open={work.ListEntry}"];
        addresses["/today/{What}"] = ["/today/Placed"];
        addresses["/events"] = [.. deliveries.Select(seq => $"/events?seq={seq}")];
        addresses["/callbacks"] = [$"/callbacks?open={callback}"];
        addresses["/disputes/{DisputeId}"] = [$"/disputes/{work.Dispute}"];
        addresses["/aml/cases/{CaseId}"] = [$"/aml/cases/{work.AmlCase}"];
        addresses["/aml/cases/{CaseId}/report"] = [$"/aml/cases/{work.AmlCase}/report"];
        addresses["/audit"] = ["/audit?who=Everybody", .. people.Select(seq => $"/audit?open={seq}")];
        addresses["/personal-data/access"] = ["/personal-data/access", $"/personal-data/access?order={paidId}"];
    }

    private async IAsyncEnumerable<string> PagesAsync(Role role)
    {
        await using var context = new ConsoleContext(host.Services.GetRequiredService<TimeProvider>(), host.Services);
        context.As(role);
        var pages = from type in typeof(App).Assembly.GetTypes()
                    from route in type.GetCustomAttributes<RouteAttribute>(inherit: false)
                    where type.GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>() is null && MaySee(role, type, route.Template)
                    from address in addresses.GetValueOrDefault(route.Template) ?? [route.Template.Replace("{DraftId}", "x", StringComparison.Ordinal)]
                    select (type, route.Template, address);
        var frame = context.Render<PageInFrame<DynamicComponent>>(empty => empty.Add(f => f.Page, _ => { }));
        foreach (var (type, template, address) in pages.ToList())
            foreach (var shown in Shown(context, frame, type, template, address))
                yield return $"{address} {shown}";
    }

    // Who decides cases takes one in hand by opening it, and then sees the buyer: that is journalled, and is their work.
    private static bool MaySee(Role role, Type page, string template)
    {
        var may = RolePermissions.Of(role);
        if (template == CasePage && may.Contains(Permission.DecideCases)) return false;
        if (template == DraftPage && may.Contains(Permission.SeePersonalData)) return false; // whoever looks at a draft is journalled as having taken it
        return page.GetCustomAttributes<AuthorizeAttribute>().Select(needed => needed.Policy).All(policy => policy is null || may.Any(one => one.ToString() == policy));
    }

    private static IEnumerable<string> Shown(ConsoleContext context, IRenderedComponent<PageInFrame<DynamicComponent>> page, Type type, string template, string address)
    {
        context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var values = ParametersOf(template, address);
        page.Render(frame => frame.Add(f => f.Page, builder =>
        {
            builder.OpenComponent(0, type);
            builder.SetKey(address);
            foreach (var (name, value) in values) builder.AddComponentParameter(1, name, value);
            builder.CloseComponent();
        }));
        yield return WhenLoaded(page);
        for (var tab = 1; tab < page.FindAll("[role=tab]").Count; tab++)
        {
            var at = tab;
            page.Press(() => page.FindAll("[role=tab]")[at]);
            yield return WhenLoaded(page);
        }
    }

    private static string WhenLoaded(IRenderedComponent<PageInFrame<DynamicComponent>> page)
    {
        page.WaitForState(() => !page.Markup.Contains("aria-busy=\"true\"", StringComparison.Ordinal), Patience);
        Assert.DoesNotContain("error-icon", page.Markup, StringComparison.Ordinal); // a page that failed shows nothing, and so nothing wrong
        return page.Markup;
    }

    private static List<(string Name, string Value)> ParametersOf(string template, string address)
    {
        var (names, parts) = (template.Split('/'), address.Split('?')[0].Split('/'));
        return
        [
            .. from at in Enumerable.Range(0, Math.Min(names.Length, parts.Length))
               where names[at].StartsWith('{')
               let rest = names[at].StartsWith("{*", StringComparison.Ordinal)
               select (names[at].Trim('{', '*', '}'), rest ? string.Join('/', parts[at..]) : parts[at]),
        ];
    }

    private async IAsyncEnumerable<string> FilesAsync(Role role)
    {
        using var browser = await Browserlike.SignedInAsync(host, $"{role}@demo.pe".ToLowerInvariant());
        var today = $"{Lima.DayOf(host.Services.GetRequiredService<TimeProvider>().GetUtcNow()):yyyy-MM-dd}";
        var files = AccessMatrix.Read().Where(row => row.Method == "GET" && row.Expected[role.ToString()] == "200" && row.Expected[AccessHost.Nobody].StartsWith("302", StringComparison.Ordinal))
            .Select(row => row.Example.Replace("2026-11-20", today, StringComparison.Ordinal)).ToList();
        files.AddRange(files.Where(file => file.StartsWith("/reconciliation/export", StringComparison.Ordinal)).SelectMany(file => Enum.GetNames<Core.Reconciliation.Workbooks.WorkbookForm>().Select(form => $"{file}&{ExportQuery.Form}={form}")).ToList());
        files.AddRange(files.Where(file => file == "/audit/export").SelectMany(file => (string[])[$"{file}?form=Excel", $"{file}?who=Everybody"]).ToList());
        files.AddRange(files.Where(file => file == "/rules/lists.csv" && !RolePermissions.Of(role).Contains(Permission.SeePersonalData)).Select(file => $"{file}?reason=x").ToList());
        foreach (var file in files)
        {
            using var answer = await browser.Http.GetAsync(file, Ct);
            yield return $"{file} {(int)answer.StatusCode} {Readable(await answer.Content.ReadAsByteArrayAsync(Ct))}";
        }
    }

    private async IAsyncEnumerable<string> AnswersAsync()
    {
        var admin = new Actor(ActorKind.Person, "admin", "An admin", RolePermissions.Of(Role.Admin));
        var calls = AccessMatrix.Read().Where(row => row.Method == "GET" && row.Route.StartsWith("/api/", StringComparison.Ordinal) && row.Route.Contains("{orderId}", StringComparison.Ordinal)).ToList();
        foreach (var scope in ApiScopes.All)
        {
            var issued = await host.Services.GetRequiredService<IssueApiKey>().RunAsync("crawl", new HashSet<Permission> { scope }, admin, Ct);
            foreach (var (call, id) in from call in calls from id in (string[])[paidId, work.Held] select (call, id))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, call.Route.Replace("{orderId}", id, StringComparison.Ordinal));
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", issued.Value.Secret);
                using var answer = await host.Http.SendAsync(request, Ct);
                yield return $"{scope} {request.RequestUri} {(int)answer.StatusCode} {Readable(await answer.Content.ReadAsByteArrayAsync(Ct))}";
            }
        }
    }

    // A workbook and a pack are ZIPs: what is in them is read.
    private static string Readable(byte[] bytes)
    {
        if (bytes is not [(byte)'P', (byte)'K', ..]) return Encoding.UTF8.GetString(bytes);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Join('\n', zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return $"{entry.FullName} {reader.ReadToEnd()}";
        }));
    }
}
