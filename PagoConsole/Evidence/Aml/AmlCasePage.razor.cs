using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;

namespace PagoConsole.Evidence.Aml;

/// <summary>One case: what stands out, until when something is to be done, and who did what.</summary>
public sealed partial class AmlCasePage
{
    private AmlCaseView? view;
    private bool mayWork;

    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Inject]
    internal AmlCaseFile Files { get; set; } = default!;

    [Parameter]
    public required string CaseId { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.Stream == AmlCase.StreamOf(CaseId);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        mayWork = viewer.May(Permission.WorkAml);
        var read = await Files.ReadAsync(CaseId, viewer, ct);
        if (!read.Done) return read.Refusal;
        view = read.Value;
        return null;
    }
}
