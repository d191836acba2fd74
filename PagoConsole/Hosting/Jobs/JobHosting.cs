using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Storage;
using PagoConsole.Shared;

namespace PagoConsole.Hosting.Jobs;

/// <summary>Scheduled jobs: Hangfire wakes them, <see cref="JobRunner"/> runs them.</summary>
internal static class JobHosting
{
    private const int Workers = 4;
    private const string EnabledKey = $"{JobsOptions.Section}:{nameof(JobsOptions.Enabled)}";

    public static WebApplicationBuilder AddJobs(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddJobRunner();
        services.AddSettings<HangfireOptions>(HangfireOptions.Section);
        services.AddSingleton<IValidateOptions<HangfireOptions>, CheckHangfire>();
        services.AddSingleton(StorageOf); // Hangfire's own registration takes whatever store a static field holds: that of another console in this process
        services.AddHangfire((own, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings()
            .UseStorage(own.GetRequiredService<JobStorage>()));
        services.AddSingleton<JobEntry>();
        services.AddSingleton<IJobTrigger, HangfireTrigger>();

        // What is neither true nor false is told when the settings are checked.
        if (bool.TryParse(builder.Configuration[EnabledKey], out var enabled) && !enabled) return builder;
        services.AddHostedService<PrepareHangfire>();
        services.AddHangfireServer(server =>
        {
            server.ServerName = JobsCheck.ServerName;
            server.WorkerCount = Workers;
        });
        services.AddHostedService<ScheduleJobs>();
        services.AddHostedService<HurryJobs>();
        services.AddHealthChecks().AddCheck<JobsCheck>("jobs");
        return builder;
    }

    /// <summary>Maps Hangfire's dashboard. Who may see it is said by our policy; its own filter would only know localhost.</summary>
    public static WebApplication MapJobs(this WebApplication app)
    {
        app.MapHangfireDashboard(ConsoleUrls.Hangfire, new DashboardOptions
        {
            Authorization = [],
            DashboardTitle = "PagoConsole",
            DisplayStorageConnectionString = false,
        }).RequireAuthorization(nameof(Permission.ManageJobs));
        return app;
    }

    private static JobStorage StorageOf(IServiceProvider services)
    {
        var store = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (!HangfireOptions.InPostgres(services.GetRequiredService<IOptions<HangfireOptions>>().Value, store))
            return new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(6) });

        // Its locks are rows that outlive a killed process, and a start waits 15 s for them; nothing of ours relies on them.
        var options = new PostgreSqlStorageOptions { PrepareSchemaIfNecessary = false, DistributedLockTimeout = TimeSpan.FromSeconds(8) };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(store.ConnectionString, options), options);
    }
}
