using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Audit;
using PagoConsole.Shared;

namespace PagoConsole.Audit;

/// <summary>One entry: what it says, in words, with what was before; and that its content still fits its hash.</summary>
public sealed partial class AuditEntry
{
    private AuditDetail? detail;
    private bool missing;

    [Inject]
    internal IStringLocalizer<AuditText> Text { get; set; } = default!;

    [Inject]
    internal AuditWords Words { get; set; } = default!;

    [Inject]
    internal AuditLog Log { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    /// <summary>Its number.</summary>
    [Parameter, EditorRequired]
    public required long Seq { get; set; }

    private bool Changes => detail!.Facts.Any(fact => fact.Changed);

    protected override async Task OnInitializedAsync()
    {
        var read = await Log.EntryAsync(Seq, await CurrentActor.GetAsync(), CancellationToken.None);
        if (read.Done) detail = read.Value;
        else missing = true;
    }
}
