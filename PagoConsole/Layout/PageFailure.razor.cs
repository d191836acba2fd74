using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Layout;

/// <summary>A page that threw: logged once under a reference that the reader can quote.</summary>
public sealed partial class PageFailure
{
    private string reference = "";

    [Inject]
    internal ILogger<PageFailure> Logger { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Parameter, EditorRequired]
    public required Exception Failure { get; set; }

    [Parameter]
    public EventCallback OnRetry { get; set; }

    protected override void OnInitialized()
    {
        reference = Activity.Current?.TraceId.ToString() ?? Ids.New("fail", Time.GetUtcNow());
        Log.PageFailed(Logger, reference, new Uri(Navigation.Uri).AbsolutePath, Failure);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 9001, Level = LogLevel.Error, Message = "Page {Path} failed, reference {Reference}")]
        public static partial void PageFailed(ILogger logger, string reference, string path, Exception exception);
    }
}
