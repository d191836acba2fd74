using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Evidence.Audit;

/// <summary>Who did what one looks for.</summary>
public enum AuditWho
{
    /// <summary>People.</summary>
    People,

    /// <summary>API keys of the marketplace.</summary>
    Keys,

    /// <summary>Pumps, jobs and PagoEfectivo.</summary>
    Programs,

    /// <summary>Everybody.</summary>
    Everybody,
}

/// <summary>Which entries one wants to see.</summary>
/// <param name="Who">Who did it.</param>
/// <param name="Actor">Only this one, by name or as the journal has it (<c>person:Ana</c>).</param>
/// <param name="Area">Only what is about this.</param>
/// <param name="Kind">Only this kind.</param>
/// <param name="Subject">An order's id, or a stream as the journal has it (<c>account/A-1</c>).</param>
/// <param name="From">From this day on, in Lima.</param>
/// <param name="To">Until the end of this day, in Lima.</param>
public sealed record AuditFilter(
    AuditWho Who = AuditWho.People, string? Actor = null, AuditArea? Area = null, string? Kind = null, string? Subject = null, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>The entries that fit.</summary>
    internal IQueryable<JournalEntry> Of(IQueryable<JournalEntry> entries)
    {
        entries = OfWhom(entries);
        if (Text(Kind) is { } kind) entries = entries.Where(e => e.Kind == kind);
        else if (Area is { } area) entries = entries.Where(Beginning(AuditAreas.BeginningsOf(area)));
        if (Text(Subject) is { } subject)
        {
            var order = Order.StreamOf(subject);
            entries = entries.Where(e => e.Stream == order || e.Stream == subject);
        }

        if (From is { } first)
        {
            var from = Lima.StartOf(first);
            entries = entries.Where(e => e.At >= from);
        }

        if (To is not { } last) return entries;
        var until = Lima.StartOf(last.AddDays(1));
        return entries.Where(e => e.At < until);
    }

    // The beginnings stand in the query as they stand in the indexes' filters.
    private IQueryable<JournalEntry> OfWhom(IQueryable<JournalEntry> entries)
    {
        if (Text(Actor) is { } actor)
        {
            if (actor.StartsWith("key:", StringComparison.Ordinal) || actor.StartsWith("job:", StringComparison.Ordinal) || actor == Foundation.Actor.PagoEfectivo.Signature)
                return entries.Where(e => e.Actor == actor);
            var person = actor.StartsWith("person:", StringComparison.Ordinal) ? actor : $"person:{actor}";
            return entries.Where(e => EF.Functions.Like(e.Actor, "person:%") && e.Actor == person);
        }

        return Who switch
        {
            AuditWho.People => entries.Where(e => EF.Functions.Like(e.Actor, "person:%")),
            AuditWho.Keys => entries.Where(e => EF.Functions.Like(e.Actor, "key:%")),
            AuditWho.Programs => entries.Where(e => !EF.Functions.Like(e.Actor, "person:%") && !EF.Functions.Like(e.Actor, "key:%")),
            AuditWho.Everybody => entries,
        };
    }

    private static Expression<Func<JournalEntry, bool>> Beginning(IReadOnlyList<string> beginnings)
    {
        var entry = Expression.Parameter(typeof(JournalEntry), "e");
        var kind = Expression.Property(entry, nameof(JournalEntry.Kind));
        var begins = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string)])!;
        var any = beginnings.Select(beginning => (Expression)Expression.Call(kind, begins, Expression.Constant(beginning))).Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<JournalEntry, bool>>(any, entry);
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
