using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PagoConsole.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_journal_by_person",
                table: "journal");

            migrationBuilder.DropIndex(
                name: "ix_journal_of_people",
                table: "journal");
        }
    }
}
