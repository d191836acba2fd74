using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Schedule;

namespace PagoConsole.Admin;

/// <summary>How a job stands: what it does now, else how it went last.</summary>
public sealed partial class JobStateChip
{
    [Inject]
    internal IStringLocalizer<JobsText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required JobLine Job { get; set; }
}
