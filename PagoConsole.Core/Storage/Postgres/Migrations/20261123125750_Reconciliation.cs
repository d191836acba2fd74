using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PagoConsole.Core.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Reconciliation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bank_credits",
                columns: table => new
                {
                    credit_id = table.Column<string>(type: "text", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: true),
                    entered_by = table.Column<string>(type: "text", nullable: false),
                    entered_at = table.Column<long>(type: "bigint", nullable: false),
                    voided_by = table.Column<string>(type: "text", nullable: true),
                    voided_at = table.Column<long>(type: "bigint", nullable: true),
                    voided_note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_credits", x => x.credit_id);
                });

            migrationBuilder.CreateTable(
                name: "day_totals",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    orders = table.Column<long>(type: "bigint", nullable: false),
                    orders_minor = table.Column<long>(type: "bigint", nullable: false),
                    received_minor = table.Column<long>(type: "bigint", nullable: false),
                    rows = table.Column<long>(type: "bigint", nullable: false),
                    report_minor = table.Column<long>(type: "bigint", nullable: false),
                    refund_rows = table.Column<long>(type: "bigint", nullable: false),
                    refund_minor = table.Column<long>(type: "bigint", nullable: false),
                    refunded_here_minor = table.Column<long>(type: "bigint", nullable: false),
                    fee_minor = table.Column<long>(type: "bigint", nullable: false),
                    fee_tax_minor = table.Column<long>(type: "bigint", nullable: false),
                    net_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day_totals", x => new { x.day, x.currency });
                });

            migrationBuilder.CreateTable(
                name: "differences",
                columns: table => new
                {
                    difference_id = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fact = table.Column<string>(type: "text", nullable: false),
                    order_id = table.Column<string>(type: "text", nullable: true),
                    payment_id = table.Column<string>(type: "text", nullable: true),
                    cip = table.Column<string>(type: "text", nullable: true),
                    transaction_id = table.Column<string>(type: "text", nullable: true),
                    seller_id = table.Column<string>(type: "text", nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    at_stake_minor = table.Column<long>(type: "bigint", nullable: false),
                    here = table.Column<string>(type: "text", nullable: true),
                    there = table.Column<string>(type: "text", nullable: true),
                    row_number = table.Column<long>(type: "bigint", nullable: true),
                    records = table.Column<string>(type: "text", nullable: false),
                    last_run_id = table.Column<string>(type: "text", nullable: false),
                    found_at = table.Column<long>(type: "bigint", nullable: false),
                    seen_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    state_by = table.Column<string>(type: "text", nullable: true),
                    state_at = table.Column<long>(type: "bigint", nullable: true),
                    mended = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    write_off_by = table.Column<string>(type: "text", nullable: true),
                    write_off_at = table.Column<long>(type: "bigint", nullable: true),
                    write_off_note = table.Column<string>(type: "text", nullable: true),
                    changed_by = table.Column<string>(type: "text", nullable: true),
                    money_case_id = table.Column<string>(type: "text", nullable: true),
                    told = table.Column<string>(type: "text", nullable: true),
                    told_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_differences", x => x.difference_id);
                });

            migrationBuilder.CreateTable(
                name: "reconciled_days",
                columns: table => new
                {
                    day_id = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    report_id = table.Column<string>(type: "text", nullable: true),
                    run_id = table.Column<string>(type: "text", nullable: true),
                    ran_at = table.Column<long>(type: "bigint", nullable: true),
                    took_ms = table.Column<long>(type: "bigint", nullable: false),
                    orders = table.Column<long>(type: "bigint", nullable: false),
                    report_rows = table.Column<long>(type: "bigint", nullable: false),
                    matched = table.Column<long>(type: "bigint", nullable: false),
                    found = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<byte[]>(type: "bytea", nullable: false),
                    next_pull_at = table.Column<long>(type: "bigint", nullable: true),
                    failed_pulls = table.Column<int>(type: "integer", nullable: false),
                    closed_by = table.Column<string>(type: "text", nullable: true),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    reopened_at = table.Column<long>(type: "bigint", nullable: true),
                    running_id = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reconciled_days", x => x.day_id);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                columns: table => new
                {
                    report_id = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: true),
                    brought_by = table.Column<string>(type: "text", nullable: false),
                    arrived_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fault = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    fault_line = table.Column<long>(type: "bigint", nullable: true),
                    fault_text = table.Column<string>(type: "text", nullable: true),
                    rows_said = table.Column<long>(type: "bigint", nullable: true),
                    rows = table.Column<long>(type: "bigint", nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    seen_again_at = table.Column<long>(type: "bigint", nullable: true),
                    took_ms = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reports", x => x.report_id);
                });

            migrationBuilder.CreateTable(
                name: "settlement_lines",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    settlement_date = table.Column<DateOnly>(type: "date", nullable: false),
                    seller_id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    rows = table.Column<long>(type: "bigint", nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    refund_rows = table.Column<long>(type: "bigint", nullable: false),
                    refund_minor = table.Column<long>(type: "bigint", nullable: false),
                    fee_minor = table.Column<long>(type: "bigint", nullable: false),
                    fee_tax_minor = table.Column<long>(type: "bigint", nullable: false),
                    net_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settlement_lines", x => new { x.day, x.settlement_date, x.seller_id, x.currency });
                });

            migrationBuilder.CreateTable(
                name: "difference_attachments",
                columns: table => new
                {
                    attachment_id = table.Column<string>(type: "text", nullable: false),
                    difference_id = table.Column<string>(type: "text", nullable: false),
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
                    table.PrimaryKey("PK_difference_attachments", x => x.attachment_id);
                    table.ForeignKey(
                        name: "FK_difference_attachments_differences_difference_id",
                        column: x => x.difference_id,
                        principalTable: "differences",
                        principalColumn: "difference_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "report_chunks",
                columns: table => new
                {
                    report_id = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    first_row = table.Column<long>(type: "bigint", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_chunks", x => new { x.report_id, x.number });
                    table.ForeignKey(
                        name: "FK_report_chunks_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "report_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_payments_paid_at_payment_id",
                table: "payments",
                columns: new[] { "paid_at", "payment_id" });

            migrationBuilder.CreateIndex(
                name: "IX_orders_seller_id",
                table: "orders",
                column: "seller_id");

            migrationBuilder.CreateIndex(
                name: "IX_money_movements_kind_at_currency_amount_minor",
                table: "money_movements",
                columns: new[] { "kind", "at", "currency", "amount_minor" });

            migrationBuilder.CreateIndex(
                name: "IX_bank_credits_date_currency_amount_minor_reference",
                table: "bank_credits",
                columns: new[] { "date", "currency", "amount_minor", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_difference_attachments_difference_id_uploaded_at",
                table: "difference_attachments",
                columns: new[] { "difference_id", "uploaded_at" });

            migrationBuilder.CreateIndex(
                name: "IX_differences_day_kind_fact",
                table: "differences",
                columns: new[] { "day", "kind", "fact" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_differences_day_state",
                table: "differences",
                columns: new[] { "day", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_differences_money_case_id_state",
                table: "differences",
                columns: new[] { "money_case_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_differences_order_id",
                table: "differences",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_differences_payment_id",
                table: "differences",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "IX_differences_state_found_at_difference_id",
                table: "differences",
                columns: new[] { "state", "found_at", "difference_id" });

            migrationBuilder.CreateIndex(
                name: "IX_reconciled_days_day",
                table: "reconciled_days",
                column: "day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reconciled_days_next_pull_at",
                table: "reconciled_days",
                column: "next_pull_at");

            migrationBuilder.CreateIndex(
                name: "IX_reports_day_arrived_at",
                table: "reports",
                columns: new[] { "day", "arrived_at" });

            migrationBuilder.CreateIndex(
                name: "IX_settlement_lines_settlement_date_currency",
                table: "settlement_lines",
                columns: new[] { "settlement_date", "currency" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bank_credits");

            migrationBuilder.DropTable(
                name: "day_totals");

            migrationBuilder.DropTable(
                name: "difference_attachments");

            migrationBuilder.DropTable(
                name: "reconciled_days");

            migrationBuilder.DropTable(
                name: "report_chunks");

            migrationBuilder.DropTable(
                name: "settlement_lines");

            migrationBuilder.DropTable(
                name: "differences");

            migrationBuilder.DropTable(
                name: "reports");

            migrationBuilder.DropIndex(
                name: "IX_payments_paid_at_payment_id",
                table: "payments");

            migrationBuilder.DropIndex(
                name: "IX_orders_seller_id",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "IX_money_movements_kind_at_currency_amount_minor",
                table: "money_movements");
        }
    }
}
