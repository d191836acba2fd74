using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PagoConsole.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReplayAndAnnouncements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "details_json",
                table: "alarms",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "gateway_announcements",
                columns: table => new
                {
                    endpoint = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    on_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gateway_announcements", x => new { x.endpoint, x.kind, x.on_day });
                });

            migrationBuilder.CreateTable(
                name: "receipt_replays",
                columns: table => new
                {
                    replay_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    receipt_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    before = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    order_id = table.Column<string>(type: "TEXT", nullable: true),
                    moved_from = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    moved_to = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_receipt_replays", x => x.replay_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_receipt_replays_receipt_id_replay_id",
                table: "receipt_replays",
                columns: new[] { "receipt_id", "replay_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gateway_announcements");

            migrationBuilder.DropTable(
                name: "receipt_replays");

            migrationBuilder.DropColumn(
                name: "details_json",
                table: "alarms");
        }
    }
}
