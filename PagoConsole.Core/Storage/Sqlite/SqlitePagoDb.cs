using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PagoConsole.Core.Storage.Sqlite;

/// <summary>The database as one SQLite file.</summary>
public sealed class SqlitePagoDb(DbContextOptions<SqlitePagoDb> options) : PagoDb(options);

/// <summary>Lets <c>dotnet ef</c> make migrations for SQLite.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqlitePagoDb>
{
    public SqlitePagoDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePagoDb>().UseSqlite("Data Source=design.db").Options);
}
