namespace PagoConsole.Core.Evidence.Retention;

/// <summary>Why something that is personal, or nearly so, is kept after the term.</summary>
public enum KeptBecause
{
    /// <summary>The marketplace's own number of an account, or a hash over more than anybody could guess: it names nobody without the marketplace.</summary>
    Account,

    /// <summary>The journal never changes: it names orders, carriers' numbers of parcels, and our own people as those who acted.</summary>
    Chain,

    /// <summary>What a legal hold is on; ids and hashes only.</summary>
    Hold,

    /// <summary>What the law against money laundering has one keep: a document's hash beside a month's sums, and beside a case.</summary>
    Aml,

    /// <summary>Our own people, as long as the journal names them.</summary>
    Staff,

    /// <summary>Payments and settlement between businesses; no buyer is named.</summary>
    Business,

    /// <summary>Gone within days anyway.</summary>
    Short,
}

/// <summary>What becomes of each column of a table once the term is over. Each list is names of columns, separated by spaces.</summary>
/// <param name="Name">The table.</param>
/// <param name="Plain">Not personal.</param>
/// <param name="Erased">Personal: replaced by the number of the run.</param>
/// <param name="Kept">Personal or nearly so, and kept.</param>
/// <param name="Because">Why it is kept.</param>
/// <param name="Removed">Columns of rows that are removed.</param>
public sealed record StoredTable(string Name, string Plain = "", string Erased = "", string Kept = "", KeptBecause? Because = null, string Removed = "")
{
    /// <summary>Every column that the inventory knows of this table.</summary>
    public IEnumerable<string> Columns => new[] { Plain, Erased, Kept, Removed }.SelectMany(list => list.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
