namespace PagoConsole.Shared;

/// <summary>A live page that also looks again every few seconds: time goes on, and some of what it shows is told by no journal.</summary>
public abstract class BeatingPage : LivePage
{
    /// <summary>How often it looks.</summary>
    protected abstract TimeSpan Beat { get; }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _ = LookAgainAsync();
    }

    private async Task LookAgainAsync()
    {
        using var timer = new PeriodicTimer(Beat, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(Ended)) await InvokeAsync(ReloadAsync);
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The page went.
        }
    }
}
