using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PagoConsole.Core.Storage.Postgres;

/// <summary>The database in PostgreSQL.</summary>
public sealed class PostgresPagoDb(DbContextOptions<PostgresPagoDb> options) : PagoDb(options);

/// <summary>Lets <c>dotnet ef</c> make migrations for PostgreSQL.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresPagoDb>
{
    public PostgresPagoDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresPagoDb>().UseNpgsql("Host=localhost").Options);
}
