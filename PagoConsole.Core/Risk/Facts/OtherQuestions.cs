using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Risk.Logins;

namespace PagoConsole.Core.Risk.Facts;

/// <summary>What is suspicious about the logins of the account in the hours before the order.</summary>
/// <param name="Hours">How many hours.</param>
/// <param name="Settings">What counts as suspicious.</param>
public sealed record SuspiciousLogins(int Hours, LoginSuspicionSettings Settings) : Question<IReadOnlyList<LoginSuspicion>>
{
    /// <summary>How far back logins tell which countries and devices are the account's own.</summary>
    internal static readonly TimeSpan Known = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    public override string Key => $"suspicious logins in {Hours} h";

    /// <inheritdoc/>
    public override TimeSpan LooksBack => Known;

    internal override async ValueTask<IReadOnlyList<LoginSuspicion>> AnswerAsync(IHistory history, OrderSubject order, CancellationToken ct)
    {
        var logins = await history.LoginsAsync(order, Span.Before(order, Known), ct);
        // Where it came from stays with the login: the stored facts hold nothing personal.
        return [.. LoginSuspicions.Find(logins, order.PlacedAt.AddHours(-Hours), order.PlacedAt + Span.Skew, Settings).Select(s => s with { Ip = "", Device = "" })];
    }
}

/// <summary>The list entries that name something of the order.</summary>
public sealed record OnLists : Question<IReadOnlyList<ListedMatch>>
{
    /// <inheritdoc/>
    public override string Key => "lists";

    /// <inheritdoc/>
    public override TimeSpan LooksBack => TimeSpan.Zero;

    internal override ValueTask<IReadOnlyList<ListedMatch>> AnswerAsync(IHistory history, OrderSubject order, CancellationToken ct) =>
        history.ListsAsync(order, ct);
}
