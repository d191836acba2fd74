namespace PagoConsole.Core.Storage;

/// <summary>Tells an outage of the store from a bug.</summary>
public static class StoreOutage
{
    /// <summary>Whether the failure says that the store cannot be reached or cannot write at present: a matter for a 503, not a bug.</summary>
    public static bool Is(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            if (failure is StoreBusyException || Dialect.Sqlite.IsOutage(failure) || Dialect.Postgres.IsOutage(failure)) return true;
        return false;
    }
}
