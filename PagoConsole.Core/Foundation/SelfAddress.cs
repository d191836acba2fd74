namespace PagoConsole.Core.Foundation;

/// <summary>The address that this process listens on: known only once the server has started.</summary>
public sealed class SelfAddress
{
    private readonly TaskCompletionSource<Uri> known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The address if it is known.</summary>
    public Uri? Current => known.Task.IsCompletedSuccessfully ? known.Task.Result : null;

    /// <summary>Says it, once; later calls change nothing.</summary>
    public void Set(Uri address) => known.TrySetResult(address);

    /// <summary>Waits until the server has started.</summary>
    public ValueTask<Uri> WhenKnownAsync(CancellationToken ct) =>
        known.Task.IsCompletedSuccessfully ? new(known.Task.Result) : new(known.Task.WaitAsync(ct));
}
