using System.Text.Json;

namespace PagoConsole.Benchmarks.Day;

/// <summary>Compares the books of both sides after a day.</summary>
internal static class DayAudit
{
    private const int MostTold = 5;
    private const string Exact = "m.kind = 'Payment' AND m.amount = o.amount_minor AND m.currency = o.currency";

    /// <summary>Each finds what must not be, by the order's id. Late in time is only what ended unasked, or before anybody knew of its code. A second payment whose webhook is lost only the daily report shows.</summary>
    private static readonly (string What, string Sql)[] MustNotBe =
    [
        ("open after the end", "SELECT order_id FROM main.orders WHERE status IN ('AwaitingPayment', 'InReview')"),
        ("paid here, not there", $"SELECT o.order_id FROM main.orders o WHERE o.status IN ('Paid', 'PaidLate') AND NOT EXISTS (SELECT 1 FROM truth.payments p JOIN truth.money m ON m.payment_id = p.id WHERE p.order_id = o.order_id AND {Exact})"),
        ("paid there, not here", $"SELECT o.order_id FROM main.orders o WHERE o.status NOT IN ('Paid', 'PaidLate') AND EXISTS (SELECT 1 FROM truth.payments p JOIN truth.money m ON m.payment_id = p.id WHERE p.order_id = o.order_id AND {Exact})"),
        ("a payment that we do not know", "SELECT t.order_id FROM truth.payments t WHERE NOT EXISTS (SELECT 1 FROM main.payments p WHERE p.payment_id = t.id)"),
        ("money that we do not know", "SELECT t.order_id FROM truth.money m JOIN truth.payments t ON t.id = m.payment_id WHERE NOT EXISTS (SELECT 1 FROM main.money_movements k WHERE k.payment_id = m.payment_id AND k.transaction_id = m.transaction_id AND k.kind = m.kind AND k.amount_minor = m.amount AND k.currency = m.currency) AND NOT EXISTS (SELECT 1 FROM main.money_movements k WHERE k.payment_id = m.payment_id)"),
        ("money that is not there", "SELECT k.order_id FROM main.money_movements k WHERE NOT EXISTS (SELECT 1 FROM truth.money m WHERE k.payment_id = m.payment_id AND k.transaction_id = m.transaction_id AND k.kind = m.kind AND k.amount_minor = m.amount AND k.currency = m.currency)"),
        ("closed here, payable there", "SELECT o.order_id FROM main.orders o JOIN truth.payments t ON t.order_id = o.order_id WHERE o.status <> 'AwaitingPayment' AND t.status = 'Pending'"),
        ("a state entered twice", "SELECT order_id FROM main.journal WHERE kind IN ('order.placed', 'order.held', 'order.approved', 'order.rejected', 'payment.created', 'order.paid', 'order.paid_late', 'order.expired', 'order.cancelled') GROUP BY order_id, kind HAVING count(*) > 1"),
        ("late although in time", "SELECT o.order_id FROM main.orders o JOIN main.payments p ON p.order_id = o.order_id WHERE o.status = 'PaidLate' AND p.paid_at < o.due_at AND NOT EXISTS (SELECT 1 FROM main.journal j WHERE j.order_id = o.order_id AND (j.kind = 'order.cancelled' OR (j.kind = 'order.expired' AND (j.data LIKE '%\"unasked\":true%' OR j.seq < (SELECT c.seq FROM main.journal c WHERE c.order_id = o.order_id AND c.kind = 'payment.created')))))"),
        ("a case for money that does not fit is missing", $"SELECT t.order_id FROM truth.money m JOIN truth.payments t ON t.id = m.payment_id JOIN main.orders o ON o.order_id = t.order_id WHERE m.kind = 'Payment' AND NOT ({Exact}) AND NOT EXISTS (SELECT 1 FROM main.money_cases c WHERE c.payment_id = m.payment_id AND c.transaction_id = m.transaction_id)"),
        ("a command without an end", "SELECT order_id FROM main.gateway_commands WHERE state = 'Waiting'"),
        ("a message that was not delivered", "SELECT order_id FROM main.outbox WHERE state <> 'Delivered'"),
        ("a receipt without an end", "SELECT coalesce(order_id, event_id) FROM main.receipts WHERE state <> 'Processed'"),
        ("a false signature", "SELECT order_id FROM truth.callbacks WHERE signature_valid = 0"),
    ];

    public static DayReport Of(
        string folder, DayPlan plan, IReadOnlyCollection<string> taken, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> dead, int journal, TimeSpan took)
    {
        using var books = new DayBooks(folder);
        var faults = new List<string>();
        void Must(string what, IReadOnlyCollection<string> found)
        {
            if (found.Count > 0) faults.Add($"{what}: {found.Count} ({string.Join(", ", found.Take(MostTold))})");
        }

        foreach (var (what, sql) in MustNotBe) Must(what, [.. books.Rows(sql, row => row.GetString(0)).Distinct()]);
        var known = books.Rows("SELECT order_id FROM main.orders", row => row.GetString(0)).ToHashSet();
        Must("an order that was answered and lost", [.. taken.Where(id => !known.Contains(id))]);
        Must("messages not complete and in order", Messages(books));
        var held = Held(books, dead);
        Must($"stock held longer than {plan.Slack} past its time", [.. held.Where(order => order.Late > plan.Slack).Select(order => order.OrderId)]);
        if (journal != 0) faults.Add("the journal does not hold");
        return new DayReport(faults, Figures(books, held, took));
    }

    // The first of each message as it came, against what was written for the order.
    private static List<string> Messages(DayBooks books)
    {
        var written = books.Rows("SELECT order_id, message_id, sequence FROM main.outbox ORDER BY order_id, sequence", row => (Order: row.GetString(0), Id: row.GetString(1)))
            .GroupBy(message => message.Order).ToDictionary(order => order.Key, order => order.Select(message => message.Id).ToList());
        var came = books.Rows("SELECT order_id, headers FROM truth.callbacks ORDER BY id", row => (Order: row.GetString(0), Id: IdOf(row.GetString(1))))
            .GroupBy(message => message.Order).ToDictionary(order => order.Key, order => order.Select(message => message.Id).Distinct().ToList());
        return [.. written.Where(order => !came.TryGetValue(order.Key, out var ids) || !ids.SequenceEqual(order.Value)).Select(order => order.Key)];
    }

    private static string IdOf(string headers)
    {
        using var json = JsonDocument.Parse(headers);
        return json.RootElement.EnumerateObject().First(header => string.Equals(header.Name, "webhook-id", StringComparison.OrdinalIgnoreCase)).Value.ToString();
    }

    // An outage lets stock wait for the grace; a console that was dead could free nothing.
    private static List<(string OrderId, TimeSpan Late)> Held(DayBooks books, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> dead) =>
    [
        .. books.Rows(
            "SELECT order_id, due_at, first_expired_at, EXISTS (SELECT 1 FROM main.journal j WHERE j.order_id = o.order_id AND j.kind = 'order.expired' AND j.data LIKE '%\"unasked\":true%') FROM main.orders o WHERE first_expired_at IS NOT NULL",
            row => (Id: row.GetString(0), Due: DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), Freed: DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), Unasked: row.GetInt64(3) != 0))
            .Select(order => (order.Id, order.Freed - order.Due - Dead(order.Due, order.Freed, dead) - (order.Unasked ? TimeSpan.FromMinutes(30) : TimeSpan.Zero))),
    ];

    private static TimeSpan Dead(DateTimeOffset due, DateTimeOffset freed, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> dead) =>
        dead.Aggregate(TimeSpan.Zero, (sum, away) => sum + Overlap(due, freed, away));

    private static TimeSpan Overlap(DateTimeOffset from, DateTimeOffset to, (DateTimeOffset From, DateTimeOffset To) with)
    {
        var (begin, end) = (from > with.From ? from : with.From, to < with.To ? to : with.To);
        return end > begin ? end - begin : TimeSpan.Zero;
    }

    private static Dictionary<string, string> Figures(DayBooks books, List<(string OrderId, TimeSpan Late)> held, TimeSpan took)
    {
        var figures = books.Rows("SELECT status, count(*) FROM main.orders GROUP BY status ORDER BY 2 DESC", row => (row.GetString(0), row.GetInt64(1)))
            .ToDictionary(state => state.Item1, state => $"{state.Item2}");
        figures["missed webhooks found"] = $"{books.Count("SELECT count(*) FROM main.journal WHERE kind = 'payment.missed_webhook'")}";
        figures["webhooks lost"] = $"{books.Count("SELECT count(*) FROM truth.deliveries WHERE state = 'Dropped'")}";
        figures["calls to PagoEfectivo"] = $"{books.Count("SELECT count(*) FROM main.gateway_calls")}";
        figures["messages"] = $"{books.Count("SELECT count(*) FROM main.outbox")}";
        figures["messages sent more than once"] = $"{books.Count("SELECT count(*) FROM main.outbox WHERE attempts > 1")}";
        figures["money cases"] = $"{books.Count("SELECT count(*) FROM main.money_cases")}";
        if (held.Count > 0)
        {
            var late = held.Select(order => order.Late).Order().ToList();
            figures["stock freed after its time, half within"] = $"{late[late.Count / 2]:hh\\:mm\\:ss}";
            figures["99 % within"] = $"{late[late.Count * 99 / 100]:hh\\:mm\\:ss}";
            figures["all within"] = $"{late[^1]:hh\\:mm\\:ss}";
        }

        figures["took"] = $"{took:mm\\:ss}";
        return figures;
    }
}
