using System.Text.RegularExpressions;

namespace PagoConsole.Tests.Conventions;

public sealed class WriteTests
{
    /// <summary>The unit of work and the store below it; Identity's stores save by themselves and are wrapped in People.</summary>
    private static readonly string[] MaySave =
        ["PagoConsole.Core/Storage", "PagoConsole.Core/Foundation", "PagoConsole.Core/People", "PagoConsole/Sandbox"];

    [Fact]
    public void Only_the_unit_of_work_saves() =>
        Repository.Program(".cs", ".razor")
            .Where(file => !MaySave.Any(file.IsIn))
            .Matching(new Regex(@"\b(SaveChanges|SaveChangesAsync|ExecuteUpdate|ExecuteUpdateAsync|ExecuteDelete|ExecuteDeleteAsync)\s*\("))
            .AssertNone("All writes go through Writes.");

    [Fact]
    public void Pages_know_no_store() =>
        References.Among(Assemblies.Host, type => !IsWiring(type))
            .Where(arrow => arrow.To.Namespace?.StartsWith("PagoConsole.Core.Storage", StringComparison.Ordinal) == true
                || arrow.To.FullName is "Microsoft.EntityFrameworkCore.DbContext")
            .Select(arrow => $"{arrow.From} → {arrow.To}")
            .AssertNone("Pages ask queries and call actions.");

    private static bool IsWiring(Type type) =>
        type.Namespace is null or "PagoConsole" || type.Namespace.StartsWith("PagoConsole.Hosting", StringComparison.Ordinal)
        || type.Namespace.StartsWith("PagoConsole.Sandbox", StringComparison.Ordinal);
}
