using Microsoft.Data.Sqlite;

namespace PagoConsole.Sandbox.Storage;

/// <summary>One write on its way through the lane of <see cref="SandboxFile"/>.</summary>
internal interface IPendingWrite
{
    /// <summary>False when the body threw; its caller is told once the batch is over.</summary>
    bool Run(SqliteConnection db);

    void Complete();

    void Fail(Exception reason);
}

internal sealed class PendingWrite<T>(Func<SqliteConnection, T> body) : IPendingWrite
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;
    private Exception? _thrown;

    public Task<T> Done => _done.Task;

    public bool Run(SqliteConnection db)
    {
        try
        {
            _result = body(db);
            return true;
        }
        catch (Exception thrown)
        {
            _thrown = thrown;
            return false;
        }
    }

    public void Complete()
    {
        if (_thrown is null) _done.TrySetResult(_result);
        else _done.TrySetException(_thrown);
    }

    public void Fail(Exception reason) => _done.TrySetException(_thrown ?? reason);
}
