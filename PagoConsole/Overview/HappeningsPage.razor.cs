using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Overview;
using PagoConsole.Shared;

namespace PagoConsole.Overview;

/// <summary>The rows that a figure of today is made of.</summary>
public sealed partial class HappeningsPage
{
    private Happening? what;
    private HappeningPage page = new([], null);

    [Inject]
    internal IStringLocalizer<OverviewText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal Happenings Rows { get; set; } = default!;

    [Parameter]
    public string? What { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    public long? Before { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.OrderId is not null;

    protected override Task OnParametersSetAsync()
    {
        what = Enum.GetValues<Happening>().Cast<Happening?>().FirstOrDefault(each => string.Equals($"{each}", What, StringComparison.OrdinalIgnoreCase));
        return base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        if (what is not { } asked) return new Refusal(RefusalCode.NotFound);
        var read = await Rows.TodayAsync(asked, Before, viewer, ct);
        if (!read.Done) return read.Refusal;
        page = read.Value;
        return null;
    }

    private List<FilterChip> Chips() => [.. Enum.GetValues<Happening>().Select(each => new FilterChip(Text[$"Rows_{each}"], ConsoleUrls.Today(each), each == what))];
}
