using Microsoft.AspNetCore.WebUtilities;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>Reads the parameters of an address.</summary>
internal sealed class AddressQuery(string address)
{
    private readonly Dictionary<string, Microsoft.Extensions.Primitives.StringValues> values = QueryHelpers.ParseQuery(new Uri(address).Query);

    public string? Read(string name) => values.TryGetValue(name, out var value) ? value.ToString() : null;
}
