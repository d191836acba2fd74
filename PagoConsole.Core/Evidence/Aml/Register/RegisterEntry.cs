using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Evidence.Aml.Register;

/// <summary>Why an operation belongs into the register.</summary>
public enum RegisterKind
{
    /// <summary>It reaches the threshold by itself.</summary>
    Single,

    /// <summary>The operations of its person reach the threshold of a month together.</summary>
    Multiple,
}

/// <summary>An operation as it is judged.</summary>
/// <param name="OperationId">The payment.</param>
/// <param name="Document">Whose it is, hashed, in small hexadecimal; empty where the order names no document.</param>
/// <param name="UsdMinor">Its worth in cents; null where that cannot be said.</param>
public readonly record struct JudgedOperation(string OperationId, string Document, long? UsdMinor);

/// <summary>Which operations of a month belong into the register. Pure.</summary>
public static class RegisterRule
{
    /// <summary>Judges operations; those of one person must all be among them, else their sum would be too low.</summary>
    public static IReadOnlyDictionary<string, RegisterKind> Judge(IReadOnlyCollection<JudgedOperation> operations, MonthRules rules)
    {
        var belong = operations.Where(o => o.UsdMinor >= rules.Single).ToDictionary(o => o.OperationId, _ => RegisterKind.Single, StringComparer.Ordinal);
        foreach (var person in operations.Where(o => o.Document.Length > 0 && o.UsdMinor >= rules.Minimum).GroupBy(o => o.Document, StringComparer.Ordinal))
        {
            if (person.Sum(o => o.UsdMinor!.Value) < rules.Monthly) continue;
            foreach (var operation in person) belong.TryAdd(operation.OperationId, RegisterKind.Multiple);
        }

        return belong;
    }
}

/// <summary>One operation of the register.</summary>
/// <param name="OperationId">The payment.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="At">When it was paid.</param>
/// <param name="Kind">Why it is in it.</param>
/// <param name="Document">Whose it is, hashed; null where the order names no document.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Amount">What was paid.</param>
/// <param name="InUsd">What that is worth.</param>
/// <param name="Channel">Where it was paid.</param>
public sealed record RegisterEntry(string OperationId, string OrderId, DateTimeOffset At, RegisterKind Kind, string? Document, DocumentName? Name, Money Amount, Money InUsd, string? Channel);

/// <summary>The register of a month.</summary>
/// <param name="Rules">What holds for the month.</param>
/// <param name="Entries">Its operations, oldest first.</param>
/// <param name="NotJudged">Payments in soles that nobody can judge, because no rate was entered.</param>
/// <param name="Cut">There are more operations than a register shows; the month must be looked at in parts.</param>
public sealed record RegisterView(MonthRules Rules, IReadOnlyList<RegisterEntry> Entries, long NotJudged, bool Cut);
