using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Schedule;

namespace PagoConsole.Admin;

/// <summary>One job: when it is due, how it went, and what an admin can do with it.</summary>
public sealed partial class JobCard
{
    [Inject]
    internal IStringLocalizer<JobsText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required JobLine Job { get; set; }

    [Parameter]
    public EventCallback<string> OnRun { get; set; }

    [Parameter]
    public EventCallback<string> OnPause { get; set; }

    [Parameter]
    public EventCallback<string> OnResume { get; set; }

    private string TitleId => $"job-{Job.Key}";
}
