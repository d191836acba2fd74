using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Review;

namespace PagoConsole.Layout;

/// <summary>The places of the house that this person may enter, each with what waits there.</summary>
public sealed partial class Rail
{
    private IReadOnlyList<Place> places = [];
    private int reviews;
    private int parked;
    private int money;
    private int differences;
    private int disputes;
    private int amlCases;

    [Inject]
    internal IStringLocalizer<LayoutText> Text { get; set; } = default!;

    [Inject]
    internal PlacesForPerson Places { get; set; } = default!;

    [Inject]
    internal Core.Review.Queue.ReviewQueue Reviews { get; set; } = default!;

    [Inject]
    internal CallbackList Callbacks { get; set; } = default!;

    [Inject]
    internal MoneyQueue Money { get; set; } = default!;

    [Inject]
    internal DifferenceList Differences { get; set; } = default!;

    [Inject]
    internal DisputeList Disputes { get; set; } = default!;

    [Inject]
    internal AmlCaseList AmlCases { get; set; } = default!;

    [CascadingParameter]
    internal Task<AuthenticationState>? Authentication { get; set; }

    /// <summary>Somebody went somewhere: the drawer may close.</summary>
    [Parameter]
    public EventCallback OnNavigate { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.Kind is OrderEvents.Placed or OrderEvents.Cancelled or CallbackEvents.Parked or CallbackEvents.SentAgain
        || entry.Kind.StartsWith("review.", StringComparison.Ordinal) || entry.Kind.StartsWith(MoneyEvents.Prefix, StringComparison.Ordinal)
        || entry.Kind.StartsWith(DifferenceEvents.Prefix, StringComparison.Ordinal) || entry.Kind.StartsWith("day.", StringComparison.Ordinal)
        || entry.Kind == OrderEvents.Disputed || entry.Kind.StartsWith(DisputeEvents.Prefix, StringComparison.Ordinal) || entry.Kind.StartsWith(AmlEvents.Prefix, StringComparison.Ordinal);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        places = await Places.AllowedAsync(Authentication);
        if (viewer.May(Permission.SeeReviews)) reviews = await Reviews.CountAsync(ct);
        if (viewer.May(Permission.SeeOrders)) parked = await Callbacks.CountAsync(new CallbackFilter(OutboxState.Parked), ct);
        if (viewer.May(Permission.SeeMoney)) (money, differences) = (await Money.CountAsync(ct), await Differences.OpenAsync(ct));
        if (viewer.May(Permission.SeeDisputes)) disputes = await Disputes.CountAsync(ct);
        if (viewer.May(Permission.SeeAml)) amlCases = await AmlCases.CountAsync(ct);
        return null;
    }

    private IEnumerable<string> Within(Place place) =>
        places.Select(other => other.Href).Where(href => href.StartsWith($"{place.Href}/", StringComparison.Ordinal));

    private int? CountOf(Place place) => place.Key switch
    {
        Place.Reviews when reviews > 0 => reviews,
        Place.Callbacks when parked > 0 => parked,
        Place.Money when money > 0 => money,
        Place.Reconciliation when differences > 0 => differences,
        Place.Disputes when disputes > 0 => disputes,
        Place.Aml when amlCases > 0 => amlCases,
        _ => null,
    };
}
