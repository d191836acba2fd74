using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PagoConsole.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RiskFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "aml",
                table: "orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "first_expired_at",
                table: "orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "first_paid_at",
                table: "orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "first_refunded_at",
                table: "orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "fraud",
                table: "orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "fraud_at",
                table: "orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fraud_source",
                table: "orders",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "imported",
                table: "orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "account_flags",
                columns: table => new
                {
                    flag_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    account_id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: false),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    cleared_at = table.Column<long>(type: "INTEGER", nullable: true),
                    cleared_by = table.Column<string>(type: "TEXT", nullable: true),
                    cleared_note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_flags", x => x.flag_id);
                });

            migrationBuilder.CreateTable(
                name: "device_unbindings",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    device_hash = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_unbindings", x => new { x.account_id, x.device_hash, x.at });
                });

            migrationBuilder.CreateTable(
                name: "list_entries",
                columns: table => new
                {
                    entry_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    effect = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    value_hash = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    removed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    removed_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_list_entries", x => x.entry_id);
                });

            migrationBuilder.CreateTable(
                name: "rule_hits",
                columns: table => new
                {
                    rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    order_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    rule_set_version = table.Column<int>(type: "INTEGER", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_hits", x => new { x.rule, x.day, x.order_id });
                    table.ForeignKey(
                        name: "FK_rule_hits_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "orders",
                        principalColumn: "order_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_orders_fraud_at",
                table: "orders",
                column: "fraud_at");

            migrationBuilder.CreateIndex(
                name: "IX_orders_received_at_order_id",
                table: "orders",
                columns: new[] { "received_at", "order_id" });

            migrationBuilder.CreateIndex(
                name: "IX_logins_device_at",
                table: "logins",
                columns: new[] { "device", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_account_flags_account_id_at_kind",
                table: "account_flags",
                columns: new[] { "account_id", "at", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_flags_raised_at",
                table: "account_flags",
                column: "raised_at");

            migrationBuilder.CreateIndex(
                name: "IX_list_entries_created_at",
                table: "list_entries",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_list_entries_value_hash",
                table: "list_entries",
                column: "value_hash");

            migrationBuilder.CreateIndex(
                name: "IX_rule_hits_order_id",
                table: "rule_hits",
                column: "order_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_flags");

            migrationBuilder.DropTable(
                name: "device_unbindings");

            migrationBuilder.DropTable(
                name: "list_entries");

            migrationBuilder.DropTable(
                name: "rule_hits");

            migrationBuilder.DropIndex(
                name: "IX_orders_fraud_at",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "IX_orders_received_at_order_id",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "IX_logins_device_at",
                table: "logins");

            migrationBuilder.DropColumn(
                name: "aml",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "first_expired_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "first_paid_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "first_refunded_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "fraud",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "fraud_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "fraud_source",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "imported",
                table: "orders");
        }
    }
}
