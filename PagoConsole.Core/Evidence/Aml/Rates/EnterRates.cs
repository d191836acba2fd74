using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Csv;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Rates;

/// <summary>A rate as somebody enters it.</summary>
/// <param name="Day">From when.</param>
/// <param name="PenPerUsd">Soles for a dollar, with at most four decimals.</param>
/// <param name="Source">Who publishes it.</param>
public sealed record RateEntry(DateOnly Day, decimal PenPerUsd, string Source)
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>The field that is wrong; null where it can be taken.</summary>
    public string? FaultOn(DateOnly today)
    {
        if (Day < Earliest || Day > today.AddMonths(1)) return "day";
        if (PenPerUsd is < 0.5m or > 50m || decimal.Round(PenPerUsd, 4) != PenPerUsd) return "rate";
        return string.IsNullOrWhiteSpace(Source) || Source.Length > ExchangeRate.LongestSource || Source.Any(char.IsControl) ? "source" : null;
    }

    /// <summary>Reads the lines of a CSV with the columns day, rate, source; gives the number of the first line that cannot be read.</summary>
    public static (IReadOnlyList<RateEntry> Entries, long? BadLine) Read(byte[] csv)
    {
        using var reader = new StreamReader(new MemoryStream(csv), Encoding.UTF8);
        var records = new CsvRecords(reader, new HashSet<string> { "day", "rate", "source" });
        var header = records.Header.ToList();
        var (day, rate, source) = (header.IndexOf("day"), header.IndexOf("rate"), header.IndexOf("source"));
        if (day < 0 || rate < 0 || source < 0) return ([], 1);
        var entries = new List<RateEntry>();
        while (records.Next() is { } record)
        {
            if (entries.Count == EnterRates.MostLines || record.Fault is not null || !DateOnly.TryParseExact(record.Fields[day].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
                || !decimal.TryParse(record.Fields[rate].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return ([], record.Line);
            entries.Add(new RateEntry(on, value, record.Fields[source].Trim()));
        }

        return (entries, null);
    }
}

/// <summary>Enters exchange rates, one by hand or many from a file: all of them or none.</summary>
public sealed class EnterRates(Writes writes)
{
    /// <summary>Lines of the longest file.</summary>
    public const int MostLines = 5000;

    /// <summary>Enters them; those that are there already, with the same day, rate and source, are passed over.</summary>
    /// <returns>How many are new.</returns>
    public Task<Result<int>> RunAsync(IReadOnlyList<RateEntry> entries, Actor by, CancellationToken ct) =>
        writes.RunAsync<int>(
            async tx =>
            {
                if (!by.May(Permission.WorkAml)) return RefusalCode.NotAllowed;
                if (entries.Count is 0 or > MostLines) return new Refusal(RefusalCode.Invalid, "file");
                var today = Lima.DayOf(tx.Now);
                if (entries.Select(e => e.FaultOn(today)).FirstOrDefault(fault => fault is not null) is { } wrong) return new Refusal(RefusalCode.Invalid, wrong);
                await tx.LockNamesAsync(["aml_rates"], ct);
                var (from, to) = (entries.Min(e => e.Day), entries.Max(e => e.Day));
                var known = (await tx.Db.Set<ExchangeRate>().AsNoTracking().Where(r => r.Day >= from && r.Day <= to).ToListAsync(ct)).Select(r => (r.Day, r.Rate, r.Source)).ToHashSet();
                var added = entries.Select(e => (e.Day, Rate: (long)(e.PenPerUsd * ExchangeRate.Parts), Source: e.Source.Trim())).Where(known.Add).ToList();
                if (added.Count == 0) return RefusalCode.NothingChanged;
                foreach (var (day, rate, source) in added)
                {
                    tx.Db.Add(new ExchangeRate { Day = day, Rate = rate, Source = source, EnteredBy = by.Signature, EnteredAt = tx.Now });
                    tx.Journal(AmlEvents.RateStream, AmlEvents.RateEntered, by, new { day, penPerUsd = rate / (decimal)ExchangeRate.Parts, source });
                }

                return added.Count;
            },
            ct);
}
