using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Aml;

/// <summary>The cases against money laundering.</summary>
public sealed partial class AmlCasesPage
{
    private AmlCaseState? state;
    private AmlCaseRows? page;

    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Inject]
    internal AmlCaseList List { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "state")]
    public string? StateName { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    public string? After { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith(AmlEvents.Prefix, StringComparison.Ordinal);

    protected override Task OnParametersSetAsync()
    {
        state = Enum.TryParse<AmlCaseState>(StateName, out var named) && Enum.IsDefined(named) ? named : null;
        return base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await List.ReadAsync(state, AmlCaseKey.Parse(After), viewer, ct);
        if (!read.Done) return read.Refusal;
        page = read.Value;
        return null;
    }

    private List<FilterChip> StateChips() =>
    [
        new(Text["View_All"], ConsoleUrls.AmlCases(), state is null),
        .. Enum.GetValues<AmlCaseState>().Select(each => new FilterChip(Text[$"State_{each}"], ConsoleUrls.AmlCases(each), state == each, page?.Counts.GetValueOrDefault(each))),
    ];
}
