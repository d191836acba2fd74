using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PagoConsole.Core.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SealsAndRetention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "daily_seals");

            migrationBuilder.DropTable(
                name: "legal_holds");

            migrationBuilder.DropTable(
                name: "orders_erased");

            migrationBuilder.DropTable(
                name: "retention_runs");

            migrationBuilder.DropTable(
                name: "seal_leaves");
        }
    }
}
