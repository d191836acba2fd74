using PagoConsole.Core.Foundation;
using static PagoConsole.Core.Evidence.PersonalData.PersonalAccess;
using static PagoConsole.Core.Evidence.PersonalData.PersonalKind;
using static PagoConsole.Core.Evidence.PersonalData.PersonalMask;
using static PagoConsole.Core.Evidence.PersonalData.PersonalPurpose;
using static PagoConsole.Core.Evidence.PersonalData.PersonalSubject;
using Term = PagoConsole.Core.Evidence.PersonalData.PersonalTerm;

namespace PagoConsole.Core.Evidence.PersonalData;

/// <summary>Every field that holds personal data. A test walks the tables and fails where a text is neither here nor known to be impersonal.</summary>
public static class PersonalInventory
{
    /// <summary>The fields, by table.</summary>
    public static IReadOnlyList<PersonalField> Fields { get; } =
    [
        .. OfContent(),
        Of("orders", "account_id", Buyer, Pseudonym, Search, Hashed, ByPermission, Permission.SeeOrders),
        Of("orders", "pay_token", Buyer, Pseudonym, Paying, Hidden, Nobody, null),
        Of("order_identifiers", "value_hash", Buyer, Pseudonym, Search, Hashed, Nobody, null),
        Of("order_identifiers", "account_id", Buyer, Pseudonym, Search, Hashed, ByPermission, Permission.SeeOrders),
        Of("order_invoices", "ruc", Buyer, Document, Invoice, Tail, WithReason, Permission.SeePersonalData),
        Of("order_invoices", "business_name", Buyer, Name, Invoice, Initials, WithReason, Permission.SeePersonalData),
        Of("order_invoices", "seller_ruc", PersonalSubject.Seller, Document, Invoice, Tail, WithReason, Permission.SeePersonalData),
        Of("assessments", "facts", Buyer, Behaviour, Assessing, Hidden, Nobody, null),
        Of("assessments", "rules", Buyer, Behaviour, Assessing, Network, WithReason, Permission.SeePersonalData),
        Of("logins", "account_id", Buyer, Pseudonym, Assessing, Hashed, ByPermission, Permission.SeeOrders),
        Of("logins", "ip", Buyer, NetworkAddress, Assessing, Network, Nobody, null),
        Of("logins", "device", Buyer, Device, Assessing, Whole, ByPermission, Permission.SeeOrders),
        Of("account_flags", "account_id", Buyer, Pseudonym, Assessing, Hashed, ByPermission, Permission.SeeOrders),
        Of("account_flags", "cleared_note", Anybody, FreeWords, Proof, Words, WithReason, Permission.SeePersonalData),
        Of("device_unbindings", "account_id", Buyer, Pseudonym, Assessing, Hashed, ByPermission, Permission.SeeOrders),
        Of("device_unbindings", "device_hash", Buyer, Pseudonym, Assessing, Hashed, Nobody, null),
        Of("deliveries", "received_by", Buyer, Name, Proof, Hidden, Nobody, null),
        Of("disputes", "reason", Anybody, FreeWords, Proof, Words, WithReason, Permission.SeePersonalData),
        Of("information_answers", "text", Anybody, FreeWords, Assessing, Hidden, WithReason, Permission.SeePersonalData),
        Of("review_cases", "account_id", Buyer, Pseudonym, Assessing, Hashed, ByPermission, Permission.SeeReviews),
        Of("review_cases", "note", Anybody, FreeWords, Proof, Words, WithReason, Permission.SeePersonalData),
        Of("review_cases", "question", Anybody, FreeWords, Assessing, Hidden, WithReason, Permission.SeePersonalData),
        Of("review_cases", "escalation_note", Anybody, FreeWords, Proof, Words, WithReason, Permission.SeePersonalData),
        Of("review_views", "query", Anybody, FreeWords, Comfort, Whole, ByPermission, Permission.SeeReviews, Term.Employment),
        Of("refunds", "reason", Anybody, FreeWords, Refunding, Words, WithReason, Permission.SeePersonalData),
        Of("refunds", "reference", Buyer, Pseudonym, Refunding, Whole, ByPermission, Permission.SeeMoney),
        Of("money_cases", "note", Anybody, FreeWords, Proof, Words, WithReason, Permission.SeePersonalData),
        Of("money_cases", "first_note", Anybody, FreeWords, Proof, Words, WithReason, Permission.SeePersonalData),
        Of("money_payees", "json", "fullName", Buyer, Name, Refunding, Initials, Payout, Permission.DecideMoney),
        Of("money_payees", "json", "documentNumber", Buyer, Document, Refunding, Tail, Payout, Permission.DecideMoney),
        Of("money_payees", "json", "account", Buyer, BankAccount, Refunding, Tail, Payout, Permission.DecideMoney),
        Of("money_proofs", "content", Buyer, Attachment, Proof, Hidden, Payout, Permission.DecideMoney),
        Of("money_proofs", "file_name", Buyer, FreeWords, Proof, Words, ByPermission, Permission.SeeMoney),
        Of("gateway_commands", "body", Buyer, Record, Paying, Hidden, Nobody, null),
        Of("receipts", "body", Buyer, Record, Proof, Hidden, WithReason, Permission.SeePersonalData),
        Of("receipts", "headers", Anybody, Record, Proof, Hidden, WithReason, Permission.SeePersonalData),
        Of("receipts", "sender", Anybody, NetworkAddress, Security, Whole, ByPermission, Permission.SeeEvents),
        Of("receipt_replays", "note", Anybody, FreeWords, Proof, Words, ByPermission, Permission.SeeEvents),
        Of("door_refusals", "body", Anybody, Record, Security, Hidden, WithReason, Permission.SeePersonalData, Term.Newest),
        Of("door_refusals", "headers", Anybody, Record, Security, Hidden, WithReason, Permission.SeePersonalData, Term.Newest),
        Of("door_refusals", "sender", Anybody, NetworkAddress, Security, Whole, ByPermission, Permission.SeeEvents, Term.Newest),
        Of("callback_attempts", "answer", Anybody, Record, Proof, Words, ByPermission, Permission.SeeOrders, Term.Days),
        Of("list_entries", "value", Buyer, Pseudonym, Assessing, Tail, WithReason, Permission.SeePersonalData, Term.Listed),
        Of("list_entries", "value_hash", Buyer, Pseudonym, Search, Hashed, Nobody, null, Term.Listed),
        Of("list_entries", "reason", Anybody, FreeWords, Proof, Words, WithReason, Permission.SeePersonalData, Term.Listed),
        Of("differences", "note", Anybody, FreeWords, Matching, Words, ByPermission, Permission.SeeMoney),
        Of("differences", "write_off_note", Anybody, FreeWords, Matching, Words, ByPermission, Permission.SeeMoney),
        Of("difference_attachments", "content", Anybody, Attachment, Proof, Hidden, Payout, Permission.Reconcile),
        Of("difference_attachments", "file_name", Anybody, FreeWords, Proof, Words, ByPermission, Permission.SeeMoney),
        Of("bank_credits", "reference", Anybody, FreeWords, Matching, Words, ByPermission, Permission.SeeMoney),
        Of("bank_credits", "voided_note", Anybody, FreeWords, Matching, Words, ByPermission, Permission.SeeMoney),
        Of("bank_credits", "file_name", Anybody, FreeWords, Matching, Whole, ByPermission, Permission.SeeMoney),
        Of("reports", "file_name", Anybody, FreeWords, Matching, Whole, ByPermission, Permission.SeeMoney),
        Of("report_chunks", "content", Anybody, Attachment, Matching, Hidden, Nobody, null),
        Of("workbook_chunks", "content", Anybody, Attachment, Matching, Words, ByPermission, Permission.SeeMoney, Term.Days),
        Of("dispute_proofs", "note", Anybody, FreeWords, Proof, Hidden, ByPermission, Permission.SeePersonalData),
        Of("dispute_files", "content", Anybody, Attachment, Proof, Hidden, ByPermission, Permission.SeeDisputes),
        Of("dispute_files", "file_name", Anybody, FreeWords, Proof, Whole, ByPermission, Permission.SeeDisputes),
        Of("aml_operations", "document", Buyer, Pseudonym, Accountability, Hashed, ByPermission, Permission.SeeAml),
        Of("aml_totals", "document", Buyer, Pseudonym, Accountability, Hashed, ByPermission, Permission.SeeAml, Term.Journal),
        Of("aml_cases", "document", Buyer, Pseudonym, Accountability, Hashed, ByPermission, Permission.SeeAml, Term.Journal),
        Of("legal_holds", "value", Buyer, Pseudonym, Accountability, Whole, ByPermission, Permission.SeeSeals, Term.Journal),
        Of("legal_holds", "shown", Buyer, Pseudonym, Accountability, Whole, ByPermission, Permission.SeeSeals, Term.Journal),
        Of("legal_holds", "value_hash", Buyer, Pseudonym, Search, Hashed, Nobody, null, Term.Journal),
        Of("legal_holds", "reason", Anybody, FreeWords, Accountability, Whole, ByPermission, Permission.SeeSeals),
        Of("legal_holds", "lift_reason", Anybody, FreeWords, Accountability, Whole, ByPermission, Permission.SeeSeals),
        Of("retention_runs", "note", Anybody, FreeWords, Accountability, Whole, ByPermission, Permission.SeeSeals, Term.Journal),
        Of("journal_private", "text", Anybody, Record, Accountability, Words, WithReason, Permission.SeePersonalData, Term.Journal),
        .. OfColleagues(),
    ];

    private static IEnumerable<PersonalField> OfContent()
    {
        PersonalField Content(string member, PersonalKind kind, PersonalPurpose purpose, PersonalMask mask, PersonalSubject subject = Buyer) =>
            mask is Whole or Hashed
                ? Of("order_contents", "json", member, subject, kind, purpose, mask, ByPermission, Permission.SeeOrders)
                : Of("order_contents", "json", member, subject, kind, purpose, mask, mask == Hidden && kind is Device or Record ? Nobody : WithReason, mask == Hidden && kind is Device or Record ? null : Permission.SeePersonalData);
        return
        [
            Content("account.id", Pseudonym, Search, Hashed), Content("account.createdAt", Behaviour, Assessing, Whole), Content("account.email", Email, Assessing, Domain),
            Content("account.phone", Phone, Assessing, Tail), Content("account.documentType", Document, Assessing, Whole), Content("account.documentNumber", Document, Assessing, Tail),
            Content("account.fullName", Name, Assessing, Initials),
            Content("shippingAddress.line1", Address, Assessing, Hidden), Content("shippingAddress.line2", Address, Assessing, Hidden),
            Content("shippingAddress.district", Address, Assessing, Whole), Content("shippingAddress.province", Address, Assessing, Whole),
            Content("shippingAddress.region", Address, Assessing, Whole), Content("shippingAddress.country", Address, Assessing, Whole),
            Content("shippingAddress.postalCode", Address, Assessing, Whole),
            Content("ip", NetworkAddress, Assessing, Network), Content("device.fingerprint", Device, Assessing, Whole), Content("device.userAgent", Device, Assessing, Hidden),
            Content("seller.id", Pseudonym, Assessing, Whole, PersonalSubject.Seller), Content("seller.ruc", Document, Invoice, Tail, PersonalSubject.Seller),
            Content("items.sku", Behaviour, Assessing, Whole), Content("items.title", Behaviour, Assessing, Whole), Content("items.category", Behaviour, Assessing, Whole),
            Content("items.quantity", Behaviour, Assessing, Whole), Content("items.unitPriceMinor", Behaviour, Assessing, Whole),
            Content("invoice.type", Behaviour, Invoice, Whole), Content("invoice.ruc", Document, Invoice, Tail), Content("invoice.businessName", Name, Invoice, Initials),
            Content("returnUrl", Record, Paying, Hidden),
        ];
    }

    private static IEnumerable<PersonalField> OfColleagues()
    {
        static PersonalField Own(string table, string column, PersonalKind kind, PersonalMask mask, PersonalAccess access, Permission? permission, Term term = Term.Employment) =>
            Of(table, column, Colleague, kind, Security, mask, access, permission, term);
        yield return Own("people", "display_name", Name, Whole, ByPermission, Permission.SeeOrders);
        foreach (var column in (string[])["email", "normalized_email", "user_name", "normalized_user_name"]) yield return Own("people", column, Email, Whole, ByPermission, Permission.ManageAccess);
        yield return Own("people", "phone_number", Phone, Hidden, Nobody, null);
        yield return Own("people", "password_hash", Credential, Sealed, Nobody, null);
        yield return Own("people", "security_stamp", Credential, Hidden, Nobody, null);
        yield return Own("people", "culture", Behaviour, Whole, Nobody, null);
        yield return Own("person_tokens", "value", Credential, Sealed, Nobody, null);
        yield return Own("person_claims", "claim_value", Record, Hidden, Nobody, null);
        yield return Own("person_logins", "provider_key", Pseudonym, Hidden, Nobody, null);
        yield return Own("person_links", "token_hash", Credential, Hashed, Nobody, null, Term.Days);
        yield return Own("sign_ins", "address", NetworkAddress, Whole, ByPermission, Permission.ManageAccess, Term.Days);
        yield return Own("sign_ins", "person_id", Pseudonym, Whole, ByPermission, Permission.ManageAccess, Term.Days);
        yield return Own("journal", "actor", Name, Whole, ByPermission, Permission.SeeOrders, Term.Journal);
    }

    private static PersonalField Of(
        string table, string column, PersonalSubject subject, PersonalKind kind, PersonalPurpose purpose, PersonalMask mask, PersonalAccess access, Permission? permission, Term term = Term.Order) =>
        new(table, column, null, subject, kind, purpose, mask, access, permission, term);

    private static PersonalField Of(
        string table, string column, string member, PersonalSubject subject, PersonalKind kind, PersonalPurpose purpose, PersonalMask mask, PersonalAccess access, Permission? permission) =>
        new(table, column, member, subject, kind, purpose, mask, access, permission, Term.Order);
}
