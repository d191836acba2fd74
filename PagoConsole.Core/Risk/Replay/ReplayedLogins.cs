using System.Runtime.InteropServices;
using PagoConsole.Core.Risk.Logins;

namespace PagoConsole.Core.Risk.Replay;

/// <summary>
/// The logins of the time that is replayed, in memory: some forty bytes each, and each account, device and address once. A login is known
/// from its own instant on.
/// </summary>
internal sealed class ReplayedLogins
{
    private readonly Login[] logins;
    private readonly Words accounts;
    private readonly Words devices;
    private readonly Words ips;
    private readonly string?[] countries;
    private readonly Index byAccount;
    private readonly Index byDevice;

    private ReplayedLogins(Login[] logins, Words accounts, Words devices, Words ips, Func<string, string?> countryOf)
    {
        (this.logins, this.accounts, this.devices, this.ips) = (logins, accounts, devices, ips);
        countries = [.. ips.All.Select(countryOf)];
        byAccount = Index.Of(logins, accounts.All.Count, _ => true, login => login.Account, OfAccount);
        byDevice = Index.Of(logins, devices.All.Count, login => login.Success, login => login.Device, static (a, b) => b.At.CompareTo(a.At));
    }

    /// <summary>The last logins of an account in a span of time, oldest first.</summary>
    public IReadOnlyList<SeenLogin> OfAccount(string accountId, long after, long upTo, int atMost)
    {
        if (accounts.Find(accountId) is not { } account) return [];
        var found = new List<SeenLogin>();
        foreach (var at in byAccount[account])
        {
            ref readonly var login = ref logins[at];
            if (login.At <= after || found.Count == atMost) break;
            if (login.At > upTo) continue;
            found.Add(new(DateTimeOffset.FromUnixTimeMilliseconds(login.At), ips.All[login.Ip], countries[login.Ip], devices.All[login.Device], login.Success));
        }

        found.Reverse();
        return found;
    }

    /// <summary>The accounts of the last successful logins from a device in a span of time.</summary>
    public void AccountsOn(string fingerprint, long after, long upTo, int atMost, ISet<string> into)
    {
        if (devices.Find(fingerprint) is not { } device) return;
        foreach (var at in byDevice[device])
        {
            ref readonly var login = ref logins[at];
            if (login.At <= after || atMost == 0) break;
            if (login.At > upTo) continue;
            into.Add(accounts.All[login.Account]);
            atMost--;
        }
    }

    private int OfAccount(Login a, Login b)
    {
        if (a.At != b.At) return b.At.CompareTo(a.At);
        var ip = string.CompareOrdinal(ips.All[b.Ip], ips.All[a.Ip]);
        if (ip != 0) return ip;
        var device = string.CompareOrdinal(devices.All[b.Device], devices.All[a.Device]);
        return device != 0 ? device : b.Success.CompareTo(a.Success);
    }

    /// <summary>Takes logins in, in any order, and makes the book of them.</summary>
    internal sealed class Builder
    {
        private readonly List<Login> logins = [];
        private readonly Words accounts = new();
        private readonly Words devices = new();
        private readonly Words ips = new();

        public void Add(string account, long at, string ip, string device, bool success) =>
            logins.Add(new(at, accounts.Intern(account), ips.Intern(ip), devices.Intern(device), success));

        public ReplayedLogins Build(Func<string, string?> countryOf) => new([.. logins], accounts, devices, ips, countryOf);
    }

    private readonly record struct Login(long At, int Account, int Ip, int Device, bool Success);

    /// <summary>Each text once.</summary>
    private sealed class Words
    {
        private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
        private readonly List<string> all = [];

        public IReadOnlyList<string> All => all;

        public int? Find(string word) => places.TryGetValue(word, out var place) ? place : null;

        public int Intern(string word)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, word, out var known);
            if (known) return place;
            all.Add(word);
            return place = all.Count - 1;
        }
    }

    /// <summary>The places of logins, grouped and each group in its order.</summary>
    private sealed class Index(int[] starts, int[] places)
    {
        public ReadOnlySpan<int> this[int group] => places.AsSpan(starts[group]..starts[group + 1]);

        public static Index Of(Login[] logins, int groups, Func<Login, bool> include, Func<Login, int> groupOf, Comparison<Login> inGroup)
        {
            var starts = new int[groups + 1];
            foreach (var login in logins)
                if (include(login)) starts[groupOf(login) + 1]++;
            for (var group = 0; group < groups; group++) starts[group + 1] += starts[group];
            var places = new int[starts[groups]];
            var filled = starts.ToArray();
            for (var i = 0; i < logins.Length; i++)
                if (include(logins[i])) places[filled[groupOf(logins[i])]++] = i;
            for (var group = 0; group < groups; group++)
                places.AsSpan(starts[group]..starts[group + 1]).Sort((a, b) => inGroup(logins[a], logins[b]));
            return new Index(starts, places);
        }
    }
}
