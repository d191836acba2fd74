using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Aml;

/// <summary>What each document paid in a month, and what stands out. The address names documents by their hash alone.</summary>
public sealed partial class AmlMonitorPage
{
    private AmlMonth month;
    private MonitorView view;
    private byte[]? document;
    private MonitorKey? after;
    private MonitorPage? page;
    private bool missed;

    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Inject]
    internal AmlMonitor Monitor { get; set; } = default!;

    [Inject]
    internal FindDocument Find { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "month")]
    public string? MonthName { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    public string? ViewName { get; set; }

    [SupplyParameterFromQuery(Name = "doc")]
    public string? DocumentName { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    public string? After { get; set; }

    private string? Doc => document is null ? null : Convert.ToHexStringLower(document);

    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith(AmlEvents.Prefix, StringComparison.Ordinal);

    protected override Task OnParametersSetAsync()
    {
        month = AmlMonth.Parse(MonthName) ?? AmlMonth.Of(Time.GetUtcNow());
        view = Enum.TryParse<MonitorView>(ViewName, out var named) && Enum.IsDefined(named) ? named : MonitorView.All;
        document = DocumentHash.Parse(DocumentName);
        after = MonitorKey.Parse(After);
        return base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Monitor.ReadAsync(new MonitorFilter(month, view, document), after, viewer, ct);
        if (!read.Done) return read.Refusal;
        page = read.Value;
        return null;
    }

    private async Task Search(string? text)
    {
        missed = false;
        if (string.IsNullOrWhiteSpace(text)) return;
        var found = await Find.RunAsync(text, await CurrentActor.GetAsync(), Ended);
        missed = found.Refusal is not null;
        if (found.Done) Navigation.NavigateTo(ConsoleUrls.AmlDocument(found.Value));
    }

    private List<FilterChip> ViewChips() =>
        [.. Enum.GetValues<MonitorView>().Select(part => new FilterChip(Text[$"View_{part}"], ConsoleUrls.Aml(month, part, Doc), part == view))];
}
