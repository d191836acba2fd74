using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Reconciliation.Days;

namespace PagoConsole.Reconciliation.Days;

/// <summary>The month as a calendar: how each business day stands, how many of its differences are open, and of how many.</summary>
public sealed partial class MonthPage
{
    private MonthFacts? month;
    private DateOnly? loaded;

    [Inject]
    internal IStringLocalizer<DaysText> Text { get; set; } = default!;

    [Inject]
    internal MonthView Months { get; set; } = default!;

    [Inject]
    internal IOptionsMonitor<ReconciliationOptions> Options { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "month")]
    public string? MonthName { get; set; }

    private DateOnly Today => Lima.DayOf(Time.GetUtcNow());

    private string PullAt => Options.CurrentValue.PullAt.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The last day of the month that is over.</summary>
    private DateOnly? LastDay => month?.Days.LastOrDefault(d => d.Day < Today)?.Day;

    private DateOnly Wanted => DateOnly.TryParseExact($"{MonthName}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first <= Today && first.Year >= 2000
        ? first
        : new DateOnly(Today.Year, Today.Month, 1);

    protected override bool Concerns(JournalEntry entry) =>
        entry.Kind.StartsWith("difference.", StringComparison.Ordinal) || entry.Kind.StartsWith("day.", StringComparison.Ordinal) || entry.Kind.StartsWith("report.", StringComparison.Ordinal);

    protected override Task OnParametersSetAsync() => loaded == Wanted ? Task.CompletedTask : base.OnParametersSetAsync();

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var wanted = Wanted;
        var read = await Months.ReadAsync(wanted, viewer, ct);
        if (!read.Done) return read.Refusal;
        (month, loaded) = (read.Value, wanted);
        return null;
    }
}
