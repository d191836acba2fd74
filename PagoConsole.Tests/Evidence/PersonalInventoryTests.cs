using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Conventions;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Evidence;

/// <summary>The inventory knows every field: whoever adds a column of text says whether it is personal.</summary>
public sealed class PersonalInventoryTests() : StoreTest(StorageProvider.Sqlite)
{
    [Fact]
    public async Task Every_column_of_text_is_personal_or_known_not_to_be()
    {
        var columns = await ColumnsAsync();
        var personal = PersonalInventory.Fields.Select(field => (field.Table, field.Column)).ToHashSet();

        columns.Where(column => !personal.Contains(column) && !ImpersonalColumns.Has(column.Table, column.Column)).Select(column => $"{column.Table}.{column.Column}").Order(StringComparer.Ordinal)
            .AssertNone("Add these to PersonalInventory, or to ImpersonalColumns if they can hold nothing personal.");
    }

    [Fact]
    public async Task The_inventory_has_no_column_that_is_no_more()
    {
        var columns = (await ColumnsAsync(all: true)).ToHashSet();

        PersonalInventory.Fields.Where(field => !columns.Contains((field.Table, field.Column))).Select(field => field.Name).AssertNone("These columns do not exist:");
        PersonalInventory.Fields.GroupBy(field => field.Name).Where(same => same.Count() > 1).Select(same => same.Key).AssertNone("These stand there twice:");
    }

    [Fact]
    public void Every_member_of_what_a_buyer_told_is_in_the_inventory()
    {
        var known = PersonalInventory.Fields.Where(field => field.Table == "order_contents").Select(field => field.Member!).ToHashSet();
        string[] ours = ["orderId", "amount", "placedAt", "erasedUnder"];

        MembersOf(typeof(OrderContent)).Where(member => !known.Contains(member) && !ours.Contains(member)).AssertNone("The inventory lacks these members of an order's content:");
        known.Except(MembersOf(typeof(OrderContent))).AssertNone("An order's content has these no more:");
    }

    [Fact]
    public void Every_member_of_the_payees_form_that_is_masked_is_in_the_inventory()
    {
        var payee = new Payee("Ana Quispe", PayeeDocument.DNI, "40718293", "BCP", "00219100123456789012", PayeeCheck.CalledBack);
        var (whole, masked) = (JsonSerializer.SerializeToElement(payee, JsonSerializerOptions.Web), JsonSerializer.SerializeToElement(payee.Masked(), JsonSerializerOptions.Web));
        var changed = whole.EnumerateObject().Where(member => member.Value.GetRawText() != masked.GetProperty(member.Name).GetRawText()).Select(member => member.Name);

        Assert.Equal(changed.Order(StringComparer.Ordinal), PersonalInventory.Fields.Where(f => f.Table == "money_payees").Select(f => f.Member).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Who_sees_a_field_whole_has_a_permission_and_what_nobody_sees_has_none() => PersonalInventory.Fields
        .Where(field => field.Access == PersonalAccess.Nobody != field.Permission is null)
        .Select(field => field.Name).AssertNone("Access and permission do not fit each other:");

    private async Task<List<(string Table, string Column)>> ColumnsAsync(bool all = false)
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return
        [
            .. from entity in db.Model.GetEntityTypes()
               where entity.GetTableName() is not null
               let table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema())
               from property in entity.GetProperties()
               where all || IsText(property)
               select (table.Name, property.GetColumnName(table)!),
        ];
    }

    // An enum is kept as its name, and a currency as its code: words of ours.
    private static bool IsText(IProperty property) =>
        property.ClrType == typeof(byte[]) || (property.ClrType == typeof(string) && !(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum);

    private static IEnumerable<string> MembersOf(Type type, string before = "") => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
    {
        var name = before + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var inner = property.PropertyType.IsGenericType && property.PropertyType.GetInterfaces().Any(i => i == typeof(System.Collections.IEnumerable)) ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        return inner.Namespace == typeof(OrderContent).Namespace ? MembersOf(inner, $"{name}.") : [name];
    });
}
