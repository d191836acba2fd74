using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Storage;

/// <summary>
/// The database. It names no slice: each slice brings the configuration of its own tables, and all are discovered here.
/// Instants are kept as Unix milliseconds, enums as their names, columns in snake case.
/// </summary>
public abstract class PagoDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>
    /// The lane of writes, set on contexts that save outside <see cref="Writes"/> (sign-in, key ring): their saves then take turns too.
    /// </summary>
    internal WriteLane? Lane { get; set; }

    /// <summary>The prepared statements of its connection, where that stays open; see <see cref="WriterSeat"/>.</summary>
    internal PreparedStatements? Prepared { get; set; }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Lane is null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var turn = await Lane.EnterAsync(WritePriority.Normal, cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PagoDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
            foreach (var property in entity.GetProperties())
                property.SetColumnName(SnakeCase.Of(property.Name));
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<Currency>().HaveConversion<CurrencyCode>().HaveMaxLength(3);
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));

    private sealed class CurrencyCode() : ValueConverter<Currency, string>(currency => currency.Code, code => new Currency(code));
}
