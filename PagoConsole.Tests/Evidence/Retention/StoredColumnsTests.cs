using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Retention;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;
using PagoConsole.Tests.Conventions;

namespace PagoConsole.Tests.Evidence.Retention;

/// <summary>Whoever adds a column says whether it is personal, and what becomes of it when its term is over.</summary>
public sealed class StoredColumnsTests() : StoreTest(StorageProvider.Sqlite)
{
    [Fact]
    public async Task The_inventory_names_every_column_of_the_model_and_no_other()
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        var stored = db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties().Select(property => $"{entity.GetTableName()}.{property.GetColumnName()}")).ToHashSet();
        var listed = StoredColumns.Tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column}")).ToList();

        stored.Except(listed).AssertNone("StoredColumns does not say what becomes of:");
        listed.Except(stored).AssertNone("StoredColumns names what is not stored:");
        listed.CountBy(column => column).Where(column => column.Value > 1).Select(column => column.Key).AssertNone("StoredColumns names twice:");
        StoredColumns.Tables.Where(table => (table.Kept.Length > 0) != table.Because is not null).Select(table => table.Name).AssertNone("What is kept needs a reason:");
    }
}
