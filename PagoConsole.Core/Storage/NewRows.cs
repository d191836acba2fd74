using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PagoConsole.Core.Storage;

/// <summary>
/// Rows that are only added: put in with prepared statements made of the model, in the order in which they were added, at the end of the
/// body. EF Core tracks each and makes its statement anew, which cost more than all else of taking an order in.
/// </summary>
internal sealed class NewRows
{
    private static readonly ConcurrentDictionary<(IModel, Type), Shape> Shapes = new();
    private readonly List<object> rows = [];

    public void Add(object row) => rows.Add(row);

    public async Task WriteAsync(PagoDb db, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            var shape = Shapes.GetOrAdd((db.Model, row.GetType()), static key => Shape.Of(key.Item1, key.Item2));
            await db.ExecuteAsync(shape.Sql, shape.ValuesOf(row), ct);
        }

        rows.Clear();
    }

    private sealed record Shape(string Sql, Func<object, object?>[] Columns)
    {
        public static Shape Of(IModel model, Type type)
        {
            var entity = model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is no table.");
            if (entity.GetNavigations().Any(n => n.TargetEntityType.IsOwned()) || entity.GetComplexProperties().Any())
                throw new InvalidOperationException($"{type.Name} holds more than columns.");
            if (entity.GetProperties().FirstOrDefault(p => p.IsShadowProperty()) is { } shadow) throw new InvalidOperationException($"{type.Name} holds no {shadow.Name}.");

            // The number of a row that counts up is given by the database.
            var properties = entity.GetProperties().Where(p => !(p.IsPrimaryKey() && p.ValueGenerated == ValueGenerated.OnAdd && p.ClrType == typeof(long))).ToList();
            var sql = $"INSERT INTO {entity.GetTableName()} ({string.Join(", ", properties.Select(p => p.GetColumnName()))}) VALUES ({Storage.Sql.Marks(0, properties.Count)})";
            return new Shape(sql, [.. properties.Select(ReaderOf)]);
        }

        public object?[] ValuesOf(object row) => Array.ConvertAll(Columns, read => read(row));

        private static Func<object, object?> ReaderOf(IProperty property)
        {
            var getter = property.GetGetter();
            var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
            return convert is null ? getter.GetClrValue : row => getter.GetClrValue(row) is { } value ? convert(value) : null;
        }
    }
}
