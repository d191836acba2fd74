namespace PagoConsole.Core.Evidence.Retention;

/// <summary>
/// A table whose rows are due by their own age, because they belong to no order. In its conditions <c>t</c> is the table and <c>@p0</c> the
/// instant before which a row is due.
/// </summary>
/// <param name="Kind">Whose term it is.</param>
/// <param name="Name">The table.</param>
/// <param name="Key">Its key.</param>
/// <param name="Numbered">Whether the key is a number.</param>
/// <param name="Due">Whether a row is due and still whole.</param>
/// <param name="Held">Whether a legal hold keeps it; null where none can.</param>
/// <param name="Set">What is put in place of what is erased (as <see cref="EraseOrder"/> names it: <c>@p1</c> text, <c>@p2</c> document, <c>@p3</c> bytes, <c>@p4</c> nothing); null to remove the row.</param>
internal sealed record AgedTable(RetentionKind Kind, string Name, string Key, bool Numbered, string Due, string? Held, string? Set)
{
    private const string Whole = "NOT LIKE 'erased:%'";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AgedTable> All { get; } =
    [
        new(RetentionKind.Orders, "idempotency_keys", "key", false, "t.used_at < @p0", null, null),
        new(RetentionKind.AmlOrders, "aml_operations", "operation_id", false, "t.at < @p0", "EXISTS (SELECT 1 FROM orders o WHERE o.order_id = t.order_id AND " + Holds.HoldSql.Order("o.order_id", "o.account_id") + ")", null),
        new(RetentionKind.Accounts, "logins", "id", true, "t.at < @p0", Holds.HoldSql.Account("t.account_id"), null),
        new(RetentionKind.Accounts, "account_flags", "flag_id", false, $"t.cleared_at < @p0 AND t.cleared_note {Whole}", Holds.HoldSql.Account("t.account_id"), "cleared_note = @p1"),
        new(RetentionKind.Accounts, "legal_holds", "hold_id", false, $"t.lifted_at < @p0 AND t.reason {Whole}", null, "reason = @p1, lift_reason = @p1"),
        new(RetentionKind.Deliveries, "receipts", "id", true, "t.order_id IS NULL AND t.received_at < @p0 AND t.headers NOT LIKE '{\"erasedUnderRun%'", null, "body = @p3, headers = @p2"),
        new(RetentionKind.Deliveries, "door_refusals", "refusal_id", false, "t.at < @p0", null, null),
        new(RetentionKind.Lists, "list_entries", "entry_id", false, $"coalesce(t.removed_at, t.expires_at) < @p0 AND t.value {Whole}", Holds.HoldSql.Hash("t.value_hash"), "value = @p1, value_hash = @p4, reason = @p1"),
        new(RetentionKind.Reconciliation, "differences", "difference_id", false,
            $"t.order_id IS NULL AND coalesce(t.state_at, t.found_at) < @p0 AND (t.note {Whole} OR t.write_off_note {Whole})", null,
            "note = CASE WHEN note IS NULL THEN NULL ELSE @p1 END, write_off_note = CASE WHEN write_off_note IS NULL THEN NULL ELSE @p1 END"),
        new(RetentionKind.Reconciliation, "difference_attachments", "attachment_id", false,
            $"t.uploaded_at < @p0 AND t.file_name {Whole} AND EXISTS (SELECT 1 FROM differences d WHERE d.difference_id = t.difference_id AND d.order_id IS NULL)", null,
            "content = @p4, file_name = @p1"),
        new(RetentionKind.SignIns, "sign_ins", "sign_in_id", false, $"t.last_at < @p0 AND t.address {Whole}", null, "address = @p1"),
    ];
}
