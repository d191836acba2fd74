using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PagoConsole.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MoneyDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_money_cases_settled_at_opened_at",
                table: "money_cases");

            migrationBuilder.AddColumn<string>(
                name: "case_id",
                table: "refunds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "of_transaction",
                table: "refunds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "paid_on",
                table: "refunds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reference",
                table: "refunds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "route",
                table: "refunds",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "PagoEfectivo");

            migrationBuilder.AddColumn<long>(
                name: "decided_at",
                table: "money_cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decided_by",
                table: "money_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "first_at",
                table: "money_cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "first_by",
                table: "money_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "first_choice",
                table: "money_cases",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "first_note",
                table: "money_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "looked_up",
                table: "money_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "looked_up_at",
                table: "money_cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "refund_id",
                table: "money_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "reminded_at",
                table: "money_cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "money_cases",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Open");

            migrationBuilder.AddColumn<string>(
                name: "told_currency",
                table: "money_cases",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "told_minor",
                table: "money_cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "money_cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // What was settled before stays settled; a refund whose fate nobody knew gets the case by which a person ends it.
            migrationBuilder.Sql("UPDATE money_cases SET state = 'Settled', decided_by = settled_by, decided_at = settled_at WHERE settled_at IS NOT NULL");
            migrationBuilder.Sql(
                "INSERT INTO money_cases (case_id, order_id, payment_id, transaction_id, kind, amount_minor, currency, opened_at, state, version) "
                + "SELECT 'mon_' || r.refund_id, r.order_id, p.payment_id, r.refund_id, 'RefundUnknown', r.amount_minor, r.currency, COALESCE(r.ended_at, r.requested_at), 'Open', 0 "
                + "FROM refunds r JOIN payments p ON p.order_id = r.order_id WHERE r.state = 'Unknown'");

            migrationBuilder.CreateTable(
                name: "money_payees",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_money_payees", x => x.case_id);
                    table.ForeignKey(
                        name: "FK_money_payees_money_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "money_cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "money_proofs",
                columns: table => new
                {
                    proof_id = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    refund_id = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    uploaded_by = table.Column<string>(type: "TEXT", nullable: false),
                    uploaded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_money_proofs", x => x.proof_id);
                    table.ForeignKey(
                        name: "FK_money_proofs_money_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "money_cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_money_cases_opened_at_case_id",
                table: "money_cases",
                columns: new[] { "opened_at", "case_id" });

            migrationBuilder.CreateIndex(
                name: "IX_money_cases_state_opened_at_case_id",
                table: "money_cases",
                columns: new[] { "state", "opened_at", "case_id" });

            migrationBuilder.CreateIndex(
                name: "IX_money_proofs_case_id_uploaded_at",
                table: "money_proofs",
                columns: new[] { "case_id", "uploaded_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "money_payees");

            migrationBuilder.DropTable(
                name: "money_proofs");

            migrationBuilder.DropIndex(
                name: "IX_money_cases_opened_at_case_id",
                table: "money_cases");

            migrationBuilder.DropIndex(
                name: "IX_money_cases_state_opened_at_case_id",
                table: "money_cases");

            migrationBuilder.DropColumn(
                name: "case_id",
                table: "refunds");

            migrationBuilder.DropColumn(
                name: "of_transaction",
                table: "refunds");

            migrationBuilder.DropColumn(
                name: "paid_on",
                table: "refunds");

            migrationBuilder.DropColumn(
                name: "reference",
                table: "refunds");

            migrationBuilder.DropColumn(
                name: "route",
                table: "refunds");

            migrationBuilder.DropColumn(
                name: "decided_at",
                table: "money_cases");

            migrationBuilder.DropColumn(
                name: "decided_by",
                table: "money_cases");

            migrationBuilder.DropColumn(
                name: "first_at",
                table: "money_cases");

            migrationBuilder.DropColumn(
                name: "first_by",
                table: "money_cases");

            migrationBuilder.DropColumn(
                name: "first_choice",
                table: "money_cases");

            migrationBuilder.DropColumn(
                name: "first_note",
                table: "money_cases");

            migrationBuilder.DropColumn(
                name: "looked_up",
                table: "money_cases");

            migrationBuilder.DropColumn(
                name: "looked_up_at",
                table: "money_cases");

            migrationBuilder.DropColumn(
                name: "refund_id",
                table: "money_cases");

            migrationBuilder.DropColumn(
                name: "reminded_at",
                table: "money_cases");

            migrationBuilder.DropColumn(
                name: "state",
                table: "money_cases");

            migrationBuilder.DropColumn(
                name: "told_currency",
                table: "money_cases");

            migrationBuilder.DropColumn(
                name: "told_minor",
                table: "money_cases");

            migrationBuilder.DropColumn(
                name: "version",
                table: "money_cases");

            migrationBuilder.CreateIndex(
                name: "IX_money_cases_settled_at_opened_at",
                table: "money_cases",
                columns: new[] { "settled_at", "opened_at" });
        }
    }
}
