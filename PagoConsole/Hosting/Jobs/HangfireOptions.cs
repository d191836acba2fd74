using Microsoft.Extensions.Options;
using PagoConsole.Core.Storage;

namespace PagoConsole.Hosting.Jobs;

/// <summary>Where Hangfire keeps its own notes. They decide nothing: what ran and what must run is in our own tables.</summary>
internal enum HangfireStorage
{
    /// <summary>PostgreSQL when that is our store, else memory.</summary>
    Auto,

    /// <summary>Memory: gone with the process.</summary>
    InMemory,

    /// <summary>Schema <c>hangfire</c> in our PostgreSQL: one trigger for all nodes, and one dashboard.</summary>
    Postgres,
}

/// <summary>Section <c>Hangfire</c>.</summary>
internal sealed class HangfireOptions
{
    public const string Section = "Hangfire";

    /// <summary>Where Hangfire keeps its own notes.</summary>
    /// <value>Default: <c>Auto</c>.</value>
    public HangfireStorage Storage { get; set; } = HangfireStorage.Auto;

    public static bool InPostgres(HangfireOptions options, StorageOptions store) => options.Storage switch
    {
        HangfireStorage.Auto => store.Provider == StorageProvider.Postgres,
        HangfireStorage.InMemory => false,
        HangfireStorage.Postgres => true,
    };
}

internal sealed class CheckHangfire(IOptions<StorageOptions> store) : IValidateOptions<HangfireOptions>
{
    private const string Fault = $"{HangfireOptions.Section}:{nameof(HangfireOptions.Storage)}: takes Postgres only together with Storage:Provider Postgres";

    public ValidateOptionsResult Validate(string? name, HangfireOptions options) =>
        options.Storage == HangfireStorage.Postgres && store.Value.Provider != StorageProvider.Postgres
            ? ValidateOptionsResult.Fail(Fault)
            : ValidateOptionsResult.Success;
}
