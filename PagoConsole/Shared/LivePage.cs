using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.AspNetCore.Components;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;

namespace PagoConsole.Shared;

/// <summary>
/// A page that follows what happens: it loads, hears of journal entries that concern it and loads again, at most four times a second.
/// The loop starts on the circuit, so it keeps the circuit's culture, and ends with the page.
/// </summary>
public abstract partial class LivePage : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource ended = new();
    private readonly CancellationToken untilItGoes; // the source itself is gone once the page is, while a load may still be under way
    private JournalSubscription? subscription;
    private Task? loading;
    private bool loadAgain;

    [Inject]
    internal JournalTail Tail { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Inject]
    internal ILogger<LivePage> Logger { get; set; } = default!;

    protected PageState State { get; private set; } = PageState.Loading;

    /// <summary>Cancelled when the page goes.</summary>
    protected CancellationToken Ended => untilItGoes;

    /// <summary>A page that is there until it is disposed.</summary>
    protected LivePage() => untilItGoes = ended.Token;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || ended.IsCancellationRequested) return;
        ended.Cancel();
        subscription?.Dispose();
        ended.Dispose();
    }

    /// <summary>Asks the page's queries. Gives the refusal of one that said no.</summary>
    protected abstract Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct);

    /// <summary>Whether an entry can change what the page shows. Called off the circuit, so it looks at the entry alone.</summary>
    protected virtual bool Concerns(JournalEntry entry) => true;

    /// <summary>Something that concerns the page happened.</summary>
    protected virtual Task OnNewsAsync(JournalNews news) => ReloadAsync();

    protected override void OnInitialized()
    {
        subscription = Tail.Subscribe(Concerns);
        _ = FollowAsync(subscription);
    }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    /// <summary>Loads; while that runs, further calls make it load once more at its end.</summary>
    protected Task ReloadAsync()
    {
        if (loading is { IsCompleted: false })
        {
            loadAgain = true;
            return loading;
        }

        return loading = LoadUntilCurrentAsync();
    }

    private async Task LoadUntilCurrentAsync()
    {
        do
        {
            loadAgain = false;
            try
            {
                State = StateAfter(await LoadAsync(await CurrentActor.GetAsync(), untilItGoes));
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                var reference = Activity.Current?.TraceId.ToString() ?? Ids.New("fail", Time.GetUtcNow());
                Log.LoadFailed(Logger, GetType().Name, reference, failure);
                State = new PageState(PagePhase.Failed, reference);
            }

            StateHasChanged();
        }
        while (loadAgain && !ended.IsCancellationRequested);
    }

    private static PageState StateAfter(Refusal? refusal) => refusal?.Code switch
    {
        null => PageState.Ready,
        RefusalCode.NotAllowed => new PageState(PagePhase.Forbidden),
        _ => new PageState(PagePhase.Missing),
    };

    private async Task FollowAsync(JournalSubscription following)
    {
        try
        {
            while (true)
            {
                var news = await following.ReadAsync(untilItGoes);
                await InvokeAsync(() => OnNewsAsync(news));
                await Task.Delay(Pause, untilItGoes);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or ChannelClosedException or ObjectDisposedException)
        {
            // The page went.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(9201, LogLevel.Error, "Page {Page} could not be loaded, reference {Reference}")]
        public static partial void LoadFailed(ILogger logger, string page, string reference, Exception failure);
    }
}
