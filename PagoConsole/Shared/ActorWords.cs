using Microsoft.Extensions.Localization;

namespace PagoConsole.Shared;

/// <summary>Names who did something, from the actor as the journal keeps it.</summary>
internal static class ActorWords
{
    /// <summary>What colleagues call <c>person:NAME</c>, <c>key:NAME</c>, <c>job:KEY</c> or <c>pagoefectivo</c>.</summary>
    public static string ActorOf(this IStringLocalizer<SharedText> text, string actor)
    {
        var (kind, rest) = actor.Split(':', 2) is [var before, var behind] ? (before, behind) : (actor, actor);
        return kind switch
        {
            "person" => rest,
            "key" => text["Actor_Key", rest],
            "job" when PersonInJob(rest) is { } person => person,
            "job" => text[$"Job_{rest}"] is { ResourceNotFound: false } job ? job : text["Actor_Job", rest],
            "pagoefectivo" => "PagoEfectivo",
            _ => actor,
        };
    }

    /// <summary>A job that carries out what a person decided names them: <c>job:review (person:NAME)</c>.</summary>
    public static string? PersonInJob(string job) => job.Split("(person:", 2) is [_, var tail] ? tail.TrimEnd(')') : null;
}
