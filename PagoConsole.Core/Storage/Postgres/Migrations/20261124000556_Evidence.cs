using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PagoConsole.Core.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "answer_by",
                table: "disputes",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "closed_at",
                table: "disputes",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "closed_by",
                table: "disputes",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "disputes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "handed_in_at",
                table: "disputes",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "outcome_minor",
                table: "disputes",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner",
                table: "disputes",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "pack_sha256",
                table: "disputes",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "disputes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Open");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "disputes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "warnings",
                table: "disputes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "aml_cases",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    concluded_at = table.Column<long>(type: "bigint", nullable: true),
                    concluded_by = table.Column<string>(type: "text", nullable: true),
                    report_due_at = table.Column<long>(type: "bigint", nullable: true),
                    reported_at = table.Column<long>(type: "bigint", nullable: true),
                    reported_by = table.Column<string>(type: "text", nullable: true),
                    report_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    warnings = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    opened_by = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    reason_names = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_aml_cases", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "aml_cursor",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    seen_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_aml_cursor", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "aml_months",
                columns: table => new
                {
                    month = table.Column<int>(type: "integer", nullable: false),
                    documents = table.Column<long>(type: "bigint", nullable: false),
                    payments = table.Column<long>(type: "bigint", nullable: false),
                    pen_minor = table.Column<long>(type: "bigint", nullable: false),
                    usd_minor = table.Column<long>(type: "bigint", nullable: false),
                    unnamed = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_aml_months", x => x.month);
                });

            migrationBuilder.CreateTable(
                name: "aml_operations",
                columns: table => new
                {
                    operation_id = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    order_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    document = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_aml_operations", x => x.operation_id);
                });

            migrationBuilder.CreateTable(
                name: "aml_rates",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    rate = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    entered_by = table.Column<string>(type: "text", nullable: false),
                    entered_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_aml_rates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "aml_totals",
                columns: table => new
                {
                    month = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    orders = table.Column<long>(type: "bigint", nullable: false),
                    payments = table.Column<long>(type: "bigint", nullable: false),
                    pen_minor = table.Column<long>(type: "bigint", nullable: false),
                    usd_minor = table.Column<long>(type: "bigint", nullable: false),
                    other = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_aml_totals", x => new { x.month, x.document });
                });

            migrationBuilder.CreateTable(
                name: "daily_seals",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    previous_root = table.Column<byte[]>(type: "bytea", nullable: false),
                    streams = table.Column<long>(type: "bigint", nullable: false),
                    entries = table.Column<long>(type: "bigint", nullable: false),
                    sealed_at = table.Column<long>(type: "bigint", nullable: false),
                    key_id = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false),
                    covered_seq = table.Column<long>(type: "bigint", nullable: false),
                    checked_at = table.Column<long>(type: "bigint", nullable: true),
                    fault = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_daily_seals", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "dispute_files",
                columns: table => new
                {
                    file_id = table.Column<string>(type: "text", nullable: false),
                    dispute_id = table.Column<string>(type: "character varying(40)", nullable: false),
                    item = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    uploaded_by = table.Column<string>(type: "text", nullable: false),
                    uploaded_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispute_files", x => x.file_id);
                    table.ForeignKey(
                        name: "FK_dispute_files_disputes_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "disputes",
                        principalColumn: "dispute_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dispute_proofs",
                columns: table => new
                {
                    dispute_id = table.Column<string>(type: "character varying(40)", nullable: false),
                    item = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ticked_by = table.Column<string>(type: "text", nullable: false),
                    ticked_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispute_proofs", x => new { x.dispute_id, x.item });
                    table.ForeignKey(
                        name: "FK_dispute_proofs_disputes_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "disputes",
                        principalColumn: "dispute_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "legal_holds",
                columns: table => new
                {
                    hold_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    shown = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    value_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    placed_by = table.Column<string>(type: "text", nullable: false),
                    placed_at = table.Column<long>(type: "bigint", nullable: false),
                    lifted_at = table.Column<long>(type: "bigint", nullable: true),
                    lifted_by = table.Column<string>(type: "text", nullable: true),
                    lift_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    open_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_legal_holds", x => x.hold_id);
                });

            migrationBuilder.CreateTable(
                name: "orders_erased",
                columns: table => new
                {
                    order_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    run = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_orders_erased", x => x.order_id);
                });

            migrationBuilder.CreateTable(
                name: "retention_runs",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    started_by = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    cutoffs_json = table.Column<string>(type: "text", nullable: false),
                    planned = table.Column<long>(type: "bigint", nullable: false),
                    done_json = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retention_runs", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "seal_leaves",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    stream = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    head_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seal_leaves", x => new { x.day, x.number });
                });

            migrationBuilder.CreateTable(
                name: "aml_case_orders",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    order_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    added_at = table.Column<long>(type: "bigint", nullable: false),
                    added_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_aml_case_orders", x => new { x.case_id, x.order_id });
                    table.ForeignKey(
                        name: "FK_aml_case_orders_aml_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "aml_cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_aml_case_orders_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "orders",
                        principalColumn: "order_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_money_movements_seen_at",
                table: "money_movements",
                column: "seen_at");

            migrationBuilder.CreateIndex(
                name: "ix_journal_by_person",
                table: "journal",
                columns: new[] { "actor", "seq" },
                filter: "actor LIKE 'person:%'");

            migrationBuilder.CreateIndex(
                name: "ix_journal_of_people",
                table: "journal",
                column: "seq",
                filter: "actor LIKE 'person:%'");

            migrationBuilder.CreateIndex(
                name: "IX_disputes_state_answer_by_dispute_id",
                table: "disputes",
                columns: new[] { "state", "answer_by", "dispute_id" });

            migrationBuilder.CreateIndex(
                name: "IX_disputes_state_closed_at_dispute_id",
                table: "disputes",
                columns: new[] { "state", "closed_at", "dispute_id" });

            migrationBuilder.CreateIndex(
                name: "IX_aml_case_orders_order_id",
                table: "aml_case_orders",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_aml_cases_document",
                table: "aml_cases",
                column: "document");

            migrationBuilder.CreateIndex(
                name: "IX_aml_cases_state_opened_at_case_id",
                table: "aml_cases",
                columns: new[] { "state", "opened_at", "case_id" });

            migrationBuilder.CreateIndex(
                name: "IX_aml_operations_document_at_operation_id",
                table: "aml_operations",
                columns: new[] { "document", "at", "operation_id" });

            migrationBuilder.CreateIndex(
                name: "IX_aml_operations_month_currency_amount_minor_operation_id",
                table: "aml_operations",
                columns: new[] { "month", "currency", "amount_minor", "operation_id" });

            migrationBuilder.CreateIndex(
                name: "IX_aml_rates_day_id",
                table: "aml_rates",
                columns: new[] { "day", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_aml_totals_document_month",
                table: "aml_totals",
                columns: new[] { "document", "month" });

            migrationBuilder.CreateIndex(
                name: "IX_aml_totals_month_pen_minor_usd_minor_document",
                table: "aml_totals",
                columns: new[] { "month", "pen_minor", "usd_minor", "document" });

            migrationBuilder.CreateIndex(
                name: "IX_aml_totals_month_usd_minor_pen_minor_document",
                table: "aml_totals",
                columns: new[] { "month", "usd_minor", "pen_minor", "document" });

            migrationBuilder.CreateIndex(
                name: "IX_dispute_files_dispute_id_uploaded_at",
                table: "dispute_files",
                columns: new[] { "dispute_id", "uploaded_at" });

            migrationBuilder.CreateIndex(
                name: "IX_legal_holds_kind_value",
                table: "legal_holds",
                columns: new[] { "kind", "value" });

            migrationBuilder.CreateIndex(
                name: "IX_legal_holds_open_key",
                table: "legal_holds",
                column: "open_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_legal_holds_placed_at",
                table: "legal_holds",
                column: "placed_at");

            migrationBuilder.CreateIndex(
                name: "IX_seal_leaves_stream_day",
                table: "seal_leaves",
                columns: new[] { "stream", "day" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "aml_case_orders");

            migrationBuilder.DropTable(
                name: "aml_cursor");

            migrationBuilder.DropTable(
                name: "aml_months");

            migrationBuilder.DropTable(
                name: "aml_operations");

            migrationBuilder.DropTable(
                name: "aml_rates");

            migrationBuilder.DropTable(
                name: "aml_totals");

            migrationBuilder.DropTable(
                name: "daily_seals");

            migrationBuilder.DropTable(
                name: "dispute_files");

            migrationBuilder.DropTable(
                name: "dispute_proofs");

            migrationBuilder.DropTable(
                name: "legal_holds");

            migrationBuilder.DropTable(
                name: "orders_erased");

            migrationBuilder.DropTable(
                name: "retention_runs");

            migrationBuilder.DropTable(
                name: "seal_leaves");

            migrationBuilder.DropTable(
                name: "aml_cases");

            migrationBuilder.DropIndex(
                name: "IX_money_movements_seen_at",
                table: "money_movements");

            migrationBuilder.DropIndex(
                name: "ix_journal_by_person",
                table: "journal");

            migrationBuilder.DropIndex(
                name: "ix_journal_of_people",
                table: "journal");

            migrationBuilder.DropIndex(
                name: "IX_disputes_state_answer_by_dispute_id",
                table: "disputes");

            migrationBuilder.DropIndex(
                name: "IX_disputes_state_closed_at_dispute_id",
                table: "disputes");

            migrationBuilder.DropColumn(
                name: "answer_by",
                table: "disputes");

            migrationBuilder.DropColumn(
                name: "closed_at",
                table: "disputes");

            migrationBuilder.DropColumn(
                name: "closed_by",
                table: "disputes");

            migrationBuilder.DropColumn(
                name: "code",
                table: "disputes");

            migrationBuilder.DropColumn(
                name: "handed_in_at",
                table: "disputes");

            migrationBuilder.DropColumn(
                name: "outcome_minor",
                table: "disputes");

            migrationBuilder.DropColumn(
                name: "owner",
                table: "disputes");

            migrationBuilder.DropColumn(
                name: "pack_sha256",
                table: "disputes");

            migrationBuilder.DropColumn(
                name: "state",
                table: "disputes");

            migrationBuilder.DropColumn(
                name: "version",
                table: "disputes");

            migrationBuilder.DropColumn(
                name: "warnings",
                table: "disputes");
        }
    }
}
