using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk.Watch;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Watch;

/// <summary>How orders fare since a version of the rules was published, against the days before it.</summary>
public sealed partial class WatchPage
{
    private WatchView? view;

    [Inject]
    internal IStringLocalizer<WatchText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Inject]
    internal WatchBoard Board { get; set; } = default!;

    /// <summary>Which version; without one the one in force.</summary>
    [SupplyParameterFromQuery(Name = "version")]
    public string? Number { get; set; }

    protected override TimeSpan Beat { get; } = TimeSpan.FromSeconds(5);

    protected override bool Concerns(JournalEntry entry) => entry.Stream == "rules";

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        int? version = int.TryParse(Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var read = await Board.ReadAsync(version, viewer, ct);
        if (read.Done) view = read.Value;
        return read.Refusal;
    }
}
