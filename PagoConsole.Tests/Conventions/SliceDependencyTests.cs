namespace PagoConsole.Tests.Conventions;

public sealed class SliceDependencyTests
{
    private static readonly string[] Bottom = ["Foundation", "Storage"];
    private static readonly string[] Facts = ["Orders", "Journal", "Outbox", "Alarms", "People", "Schedule", "Secrets"];
    private static readonly string[] Engines = ["Risk", "Review", "PagoEfectivo"];
    private static readonly string[] Flows = ["Intake", "Webhooks", "Payments", "Marketplace", "Reconciliation", "Evidence"];

    /// <summary>What each slice may use besides itself. Arrows go down only.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Storage"] = ["Foundation"],
        ["Foundation"] = ["Storage"],
        ["Orders"] = Bottom,
        ["Journal"] = [.. Bottom, "Orders"],
        ["Outbox"] = [.. Bottom, "Orders", "Journal"],
        ["Alarms"] = [.. Bottom, "Journal"],
        ["Schedule"] = [.. Bottom, "Journal"],
        ["People"] = [.. Bottom, "Journal"],
        ["Secrets"] = [.. Bottom, "Journal"],
        ["Risk"] = [.. Bottom, .. Facts],
        ["Review"] = [.. Bottom, .. Facts, "Risk"],
        ["PagoEfectivo"] = [.. Bottom, .. Facts],
        ["Payments"] = [.. Bottom, .. Facts, .. Engines],
        ["Marketplace"] = [.. Bottom, .. Facts, .. Engines],
        ["Intake"] = [.. Bottom, .. Facts, .. Engines, "Payments"],
        ["Webhooks"] = [.. Bottom, .. Facts, .. Engines, "Payments"],
        ["Reconciliation"] = [.. Bottom, .. Facts, .. Engines, "Payments"],
        ["Connection"] = [.. Bottom, .. Facts, .. Engines, "Payments", "Webhooks", "Marketplace"],
        ["Evidence"] = [.. Bottom, .. Facts, .. Engines, .. Flows],
        ["Overview"] = [.. Bottom, .. Facts, .. Engines, .. Flows],
    };

    [Fact]
    public void Every_slice_of_Core_has_its_place_in_the_table() =>
        Repository.Program(".cs").Where(file => file.IsIn("PagoConsole.Core"))
            .Select(file => file.Folder.Split('/') is [_, var slice, ..] ? slice : "(root)")
            .Where(slice => slice is not "(root)" && !Allowed.ContainsKey(slice))
            .AssertNone("The table of allowed arrows does not know:");

    [Fact]
    public void Slices_use_only_what_is_below_them() =>
        (from arrow in References.Among(Assemblies.Core, type => SliceOf(type) is not null)
         let user = SliceOf(arrow.From)!
         let to = SliceOf(arrow.To)
         where to is not null && to != user && Allowed.TryGetValue(user, out var below) && !below.Contains(to)
         select $"{user} → {to}: {arrow.From.Name} uses {arrow.To.Name}")
        .AssertNone("These arrows are not allowed.");

    [Fact]
    public void Nothing_uses_the_sandbox_but_the_wiring() =>
        References.Among(Assemblies.Host, type => !IsSandbox(type) && !IsWiring(type))
            .Where(arrow => IsSandbox(arrow.To))
            .Select(arrow => $"{arrow.From} → {arrow.To}")
            .AssertNone("The sandbox is reached only over HTTP.");

    [Fact]
    public void The_sandbox_uses_nothing_of_Core() =>
        References.Among(Assemblies.Host, IsSandbox)
            .Where(arrow => arrow.To.Assembly == Assemblies.Core)
            .Select(arrow => $"{arrow.From} → {arrow.To}")
            .AssertNone("The sandbox verifies us with code of its own.");

    [Fact]
    public void Core_knows_no_web_and_no_page() =>
        References.Among(Assemblies.Core, _ => true)
            .Where(arrow => arrow.To.Namespace is { } used
                && (used.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal)
                    || used.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal)
                    || used.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal)))
            .Select(arrow => $"{arrow.From} → {arrow.To}")
            .AssertNone("Core has no web and no UI.");

    [Fact]
    public void Classes_of_Core_are_sealed()
    {
        var types = Assemblies.Core.GetTypes();
        var parents = types.Select(type => type.BaseType).OfType<Type>()
            .Select(type => type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();

        types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false, IsNested: false } && !parents.Contains(type))
            .Where(type => SliceOf(type) is not null && type.Namespace?.Contains(".Migrations", StringComparison.Ordinal) == false)
            .Select(type => type.FullName!)
            .AssertNone("A class that nothing derives from is sealed.");
    }

    private static string? SliceOf(Type type) =>
        type.Assembly == Assemblies.Core && type.Namespace?.Split('.') is ["PagoConsole", "Core", var slice, ..] ? slice : null;

    private static bool IsSandbox(Type type) =>
        type.Namespace is "PagoConsole.Sandbox" || type.Namespace?.StartsWith("PagoConsole.Sandbox.", StringComparison.Ordinal) == true;

    private static bool IsWiring(Type type) =>
        type.Namespace is null or "PagoConsole" || type.Namespace.StartsWith("PagoConsole.Hosting", StringComparison.Ordinal);
}
