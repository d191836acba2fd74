using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PagoConsole.Core.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class RuleFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "counted_labels",
                columns: table => new
                {
                    order_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    fraud = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counted_labels", x => x.order_id);
                });

            migrationBuilder.CreateTable(
                name: "judged_hours",
                columns: table => new
                {
                    hour = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    orders = table.Column<long>(type: "bigint", nullable: false),
                    minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_judged_hours", x => new { x.hour, x.version, x.what });
                });

            migrationBuilder.CreateTable(
                name: "labelled_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    fraud = table.Column<long>(type: "bigint", nullable: false),
                    good = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelled_days", x => new { x.day, x.version });
                });

            migrationBuilder.CreateTable(
                name: "list_figures",
                columns: table => new
                {
                    entry_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    hits = table.Column<long>(type: "bigint", nullable: false),
                    last_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_list_figures", x => x.entry_id);
                });

            migrationBuilder.CreateTable(
                name: "list_hits",
                columns: table => new
                {
                    entry_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    order_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_list_hits", x => new { x.entry_id, x.order_id });
                });

            migrationBuilder.CreateTable(
                name: "rule_counting",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_counting", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "rule_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    hits = table.Column<long>(type: "bigint", nullable: false),
                    held = table.Column<long>(type: "bigint", nullable: false),
                    held_minor = table.Column<long>(type: "bigint", nullable: false),
                    rejected = table.Column<long>(type: "bigint", nullable: false),
                    alone = table.Column<long>(type: "bigint", nullable: false),
                    fraud = table.Column<long>(type: "bigint", nullable: false),
                    good = table.Column<long>(type: "bigint", nullable: false),
                    released = table.Column<long>(type: "bigint", nullable: false),
                    refused = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_days", x => new { x.day, x.rule, x.version, x.mode });
                });

            migrationBuilder.CreateTable(
                name: "rule_pair_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    other = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    hits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_pair_days", x => new { x.day, x.rule, x.other });
                });

            migrationBuilder.CreateIndex(
                name: "IX_list_hits_entry_id_at",
                table: "list_hits",
                columns: new[] { "entry_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "counted_labels");

            migrationBuilder.DropTable(
                name: "judged_hours");

            migrationBuilder.DropTable(
                name: "labelled_days");

            migrationBuilder.DropTable(
                name: "list_figures");

            migrationBuilder.DropTable(
                name: "list_hits");

            migrationBuilder.DropTable(
                name: "rule_counting");

            migrationBuilder.DropTable(
                name: "rule_days");

            migrationBuilder.DropTable(
                name: "rule_pair_days");
        }
    }
}
