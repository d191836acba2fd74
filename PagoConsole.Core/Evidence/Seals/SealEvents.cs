namespace PagoConsole.Core.Evidence.Seals;

/// <summary>What happens with seals, as the journal names it.</summary>
public static class SealEvents
{
    /// <summary>The stream of all of them.</summary>
    public const string Stream = "seals";

    /// <summary>A day was sealed: <c>{day, root, streams, entries, keyId}</c>.</summary>
    public const string Made = "seal.made";

    /// <summary>Journal and seals were checked: <c>{entries, streams, seals, faults}</c>.</summary>
    public const string Checked = "seals.checked";

    /// <summary>A seal was handed out as a file: <c>{day}</c>.</summary>
    public const string Exported = "seal.exported";
}
