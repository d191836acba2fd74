using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PagoConsole.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OverviewCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "call_counts",
                columns: table => new
                {
                    slot = table.Column<long>(type: "INTEGER", nullable: false),
                    call = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fault = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    code = table.Column<int>(type: "INTEGER", nullable: false),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_call_counts", x => new { x.slot, x.call, x.fault, x.code, x.milliseconds });
                });

            migrationBuilder.CreateTable(
                name: "counting_cursors",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counting_cursors", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "hourly_counts",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    hour = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false),
                    minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hourly_counts", x => new { x.kind, x.hour, x.currency });
                });

            migrationBuilder.CreateTable(
                name: "voucher_counts",
                columns: table => new
                {
                    day = table.Column<long>(type: "INTEGER", nullable: false),
                    band = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voucher_counts", x => new { x.day, x.band, x.outcome, x.minutes });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "call_counts");

            migrationBuilder.DropTable(
                name: "counting_cursors");

            migrationBuilder.DropTable(
                name: "hourly_counts");

            migrationBuilder.DropTable(
                name: "voucher_counts");
        }
    }
}
