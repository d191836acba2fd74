namespace PagoConsole.Core.Foundation;

/// <summary>What kind of somebody acts.</summary>
public enum ActorKind
{
    /// <summary>A signed-in person.</summary>
    Person,

    /// <summary>The marketplace, through an API key.</summary>
    ApiKey,

    /// <summary>A pump or a scheduled job of our own.</summary>
    Job,

    /// <summary>PagoEfectivo, through a verified delivery or an answer.</summary>
    PagoEfectivo,
}

/// <summary>Who does something: a parameter of every action and a column of every journal entry.</summary>
/// <param name="Kind">Person, key, job or PagoEfectivo.</param>
/// <param name="Id">Stable identifier within its kind.</param>
/// <param name="Name">What colleagues call them; no personal data of buyers.</param>
/// <param name="Permissions">All that they may do.</param>
public sealed record Actor(ActorKind Kind, string Id, string Name, IReadOnlySet<Permission> Permissions)
{
    private static readonly IReadOnlySet<Permission> None = new HashSet<Permission>();

    /// <summary>PagoEfectivo itself.</summary>
    public static Actor PagoEfectivo { get; } = new(ActorKind.PagoEfectivo, "pagoefectivo", "PagoEfectivo", None);

    /// <summary>A pump or job of ours, by its key. Actions that only we ourselves start ask for no permission.</summary>
    public static Actor Job(string key) => new(ActorKind.Job, key, key, None);

    /// <summary>Whether they may do it.</summary>
    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>As the journal keeps it: <c>person:ID</c>, <c>key:ID</c>, <c>job:expiry</c>, <c>pagoefectivo</c>.</summary>
    public string Signature => Kind switch
    {
        ActorKind.Person => $"person:{Name}",
        ActorKind.ApiKey => $"key:{Name}",
        ActorKind.Job => $"job:{Id}",
        ActorKind.PagoEfectivo => "pagoefectivo",
    };
}
