using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Evidence.Retention;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Orders;
using PagoConsole.Core.People;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Storage;
using PagoConsole.Reconciliation.Workbooks;
using PagoConsole.Tests.Infrastructure;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Components;

/// <summary>Pages over a real store: what happens to orders happens through the real actions.</summary>
public abstract class PageTest() : MoneyPath(StorageProvider.Sqlite)
{
    private ConsoleContext? context;

    private protected ConsoleContext Context => context ?? throw new InvalidOperationException("Pages exist only while a test runs.");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Get<JournalTail>().StartAsync(Ct);
        await Get<JournalTail>().WhenFollowingAsync(Ct);
        context = new ConsoleContext(Time, Get<IServiceProvider>());
    }

    public override async ValueTask DisposeAsync()
    {
        if (context is not null) await context.DisposeAsync();
        await Get<JournalTail>().StopAsync(CancellationToken.None);
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);

        // Not the whole marketplace: its pump would call an address that no test listens on.
        services.AddSingleton<ISeal, PlainSeal>().AddRuleFigures().AddCallbackDesk().AddEvidence().AddSeals().AddRetention().AddReconciliation().AddWorkbookWords();
        services.AddSingleton(s => new PeopleDirectory(s.GetRequiredService<IDbContextFactory<PagoDb>>()));
    }

    /// <summary>An order that waits for a person, unless it is told otherwise.</summary>
    private protected async Task<OrderDocument> HeldAsync(decimal amount = 1200m) => await PlaceAsync(NewOrder(amount, accountDays: 2));

    private protected async Task<OrderDocument> PaidAsync()
    {
        var placed = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(120m, Currency.Pen), $"tx_{placed.OrderId}"));
        await SettleDownAsync();
        return placed;
    }

    /// <summary>Shows a page to somebody, with the dialogs that it may open.</summary>
    private protected IRenderedComponent<PageInFrame<TPage>> Show<TPage>(Role role, string path, params (string Name, object Value)[] parameters)
        where TPage : IComponent
    {
        Context.As(role);
        Context.Services.GetRequiredService<NavigationManager>().NavigateTo(path);
        return Context.Render<PageInFrame<TPage>>(frame => frame.Add(f => f.Page, builder =>
        {
            builder.OpenComponent<TPage>(0);
            foreach (var (name, value) in parameters) builder.AddComponentParameter(1, name, value);
            builder.CloseComponent();
        }));
    }
}
