namespace PagoConsole.Core.Evidence.PersonalData;

/// <summary>The columns of text and bytes that hold no personal data: ids of ours, stable words, figures, hashes of records, names of colleagues as the journal has them.</summary>
public static class ImpersonalColumns
{
    /// <summary>Columns of any table: who did something (as <c>journal.actor</c>), ids that stand for a row, leases, hashes of whole records, stable words.</summary>
    private static readonly HashSet<string> Anywhere = new(StringComparer.Ordinal)
    {
        "order_id", "payment_id", "refund_id", "case_id", "money_case_id", "difference_id", "receipt_id", "report_id", "run_id", "running_id", "last_run_id", "workbook_id",
        "attachment_id", "proof_id", "entry_id", "flag_id", "dispute_id", "draft_id", "shadow_id", "command_id", "message_id", "event_id", "request_id", "transaction_id",
        "seller_id", "credit_id", "alarm_id", "secret_id", "key_id", "replay_id", "refusal_id", "view_id", "sign_in_id", "day_id", "role_id", "user_id", "owner_id", "person_id",
        "asked_by", "acknowledged_by", "added_by", "answered_by", "approved_by", "brought_by", "changed_by", "claimed_by", "cleared_by", "closed_by", "created_by", "decided_by",
        "ended_by", "entered_by", "escalated_by", "first_by", "by", "labelled_by", "owner", "proposed_by", "recorded_by", "removed_by", "requested_by", "revoked_by", "settled_by",
        "started_by", "state_by", "told_by", "uploaded_by", "voided_by", "write_off_by", "first_approval", "person",
        "body_hash", "content_hash", "hash", "head_hash", "key_hash", "prev_hash", "private_digest", "sha256", "salt", "fingerprint", "lease_token", "request_key",
        "kind", "state", "status", "type", "currency", "told_currency", "verdict", "severity", "outcome", "source", "mode", "effect", "form", "method", "channel", "fault", "choice",
        "first_choice", "decision", "route", "band", "what", "rule", "other", "stream", "name", "prefix", "scopes", "audience", "subject", "path", "cip", "qr", "payment_url",
        "status_reason", "status_before_refund", "fraud_source", "last_answer", "carrier", "tracking_number", "looked_up", "mended", "fact", "here", "there", "told", "records",
        "reasons", "consequences", "detail", "error", "details_json", "open_key", "job_key", "key", "before", "moved_from", "moved_to", "of_transaction", "concurrency_stamp",
        "hold_id", "operation_id", "file_id", "placed_by", "lifted_by", "concluded_by", "reported_by", "opened_by", "ticked_by", "root", "previous_root", "leaf", "statement",
        "signature", "report_number", "reason_names", "cutoffs_json", "done_json",
    };

    private static readonly HashSet<string> Exactly = new(StringComparer.Ordinal)
    {
        "api_keys.replaces", "gateway_announcements.endpoint", "gateway_announcements.link", "journal.data", "key_ring.xml",
        "outbox.body", "people.id", "person_claims.claim_type", "person_logins.login_provider", "person_logins.provider_display_name", "person_tokens.login_provider",
        "disputes.pack_sha256", "reconciled_days.outcome", "reports.fault_text", "review_cases.reason", "roles.id", "roles.normalized_name", "rule_drafts.comment", "rule_drafts.hands",
        "rule_drafts.held_because", "rule_drafts.json", "rule_drafts.title", "rule_sets.comment", "rule_sets.json", "rule_shadows.json", "secrets.closed", "setup_links.token_hash",
        "shadow_assessments.hits", "shadow_assessments.judged", "shadow_assessments.judged_hits", "signing_keys.closed", "signing_keys.pem", "workbooks.file_name", "workbooks.request",
    };

    /// <summary>Whether a column is known to be impersonal.</summary>
    public static bool Has(string table, string column) => Anywhere.Contains(column) || Exactly.Contains($"{table}.{column}");
}
