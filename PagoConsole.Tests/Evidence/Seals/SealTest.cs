using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Evidence.Seals;

/// <summary>A journal of a few streams, and a clock that can be moved to the next day.</summary>
public abstract class SealTest(StorageProvider provider) : StoreTest(provider)
{
    private protected static Actor Ana { get; } = new(ActorKind.Person, "ana", "ana", Enum.GetValues<Permission>().ToHashSet());

    private protected DateOnly Today => Lima.DayOf(Time.GetUtcNow());

    protected override void Register(IServiceCollection services) => services.AddJournal().AddAlarms().AddSingleton<ISeal, PlainSeal>().AddEvidence().AddSeals();

    private protected Task WriteAsync(string stream, object data, object? personal = null) =>
        Get<Writes>().DoAsync(
            tx =>
            {
                tx.Journal(stream, "test.happened", Ana, data, stream.StartsWith("order/", StringComparison.Ordinal) ? stream[6..] : null, personal);
                return Task.CompletedTask;
            },
            Ct);

    private protected void NextDay() => Time.Advance(TimeSpan.FromDays(1));

    private protected async Task<IReadOnlyList<DailySeal>> SealAsync() => await Get<SealDays>().RunAsync(Ct);

    private protected Task<EvidenceVerdict> VerifyAsync(string? orderId = null) => Get<VerifyEvidence>().RunAsync(orderId, Ct);

    private protected async Task<T> ReadAsync<T>(Func<PagoDb, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await read(db);
    }

    private protected Task ByHandAsync(params string[] statements) => ReadAsync(async db =>
    {
        foreach (var sql in statements) await db.ExecuteAsync(sql, [], Ct);
        return 0;
    });
}
