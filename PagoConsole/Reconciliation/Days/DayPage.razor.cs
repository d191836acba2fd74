using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Reconciliation.Differences;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Days;

/// <summary>One business day: its money three ways, its differences by kind and one by one, its reports, and what can be done with it.</summary>
public sealed partial class DayPage
{
    private DayFacts? facts;
    private DifferencesFilter filter = new();
    private bool mayWork;
    private bool uploading;

    [Inject]
    internal IStringLocalizer<DaysText> Text { get; set; } = default!;

    [Inject]
    internal DayView Days { get; set; } = default!;

    [Inject]
    internal DayWork Work { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal IOptionsMonitor<ReconciliationOptions> Options { get; set; } = default!;

    /// <summary>The day, as <c>2026-11-22</c>.</summary>
    [Parameter]
    public required string DayText { get; set; }

    private DateOnly Today => Lima.DayOf(Time.GetUtcNow());

    private DateOnly? Day => DateOnly.TryParseExact(DayText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 2000 ? day : null;

    private bool Working => facts is not null && Work.Of(facts.Day)?.Working == true;

    private string NoRunYet => facts!.Day > Today ? "Future" : facts.Day == Today ? "NotOver" : "NoRun";

    /// <summary>Whether dollars are among what is open, so that the sum in soles takes a rate.</summary>
    private bool Dollars => facts!.Counts.Any(c => c.IsOpen && c.Currency == Currency.Usd);

    private string PullAt => Options.CurrentValue.PullAt.ToString("HH:mm", CultureInfo.InvariantCulture);

    protected override bool Concerns(JournalEntry entry) =>
        entry.Kind.StartsWith("difference.", StringComparison.Ordinal) || entry.Kind.StartsWith("day.", StringComparison.Ordinal);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Navigation.LocationChanged += Moved;
    }

    protected override Task OnParametersSetAsync()
    {
        ReadAddress();
        return facts?.Day == Day && facts is not null ? Task.CompletedTask : base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        if (Day is not { } day) return new Refusal(RefusalCode.NotFound);
        var read = await Days.ReadAsync(day, viewer, ct);
        if (!read.Done) return read.Refusal;
        (facts, mayWork) = (read.Value, viewer.May(Permission.Reconcile));
        return null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Navigation.LocationChanged -= Moved;
        base.Dispose(disposing);
    }

    private string UrlOf(DifferencesFilter shown) => ConsoleUrls.Day(facts!.Day, shown);

    // The filter is the address's: a change of it alone loads the rows anew, not the day.
    private void Moved(object? sender, LocationChangedEventArgs moved)
    {
        if (Day is not { } day || new Uri(moved.Location).AbsolutePath != ConsoleUrls.Day(day)) return;
        ReadAddress();
        _ = InvokeAsync(StateHasChanged);
    }

    private void ReadAddress() => filter = DifferencesFilter.Parse(new AddressQuery(Navigation.Uri).Read) with { From = null, To = null };

    private void Forget()
    {
        if (Day is { } day) Work.Forget(day);
    }

    private Task UploadedAsync()
    {
        uploading = false;
        return ReloadAsync();
    }
}
