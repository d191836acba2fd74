using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PagoConsole.Core.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class IdentifiersOfOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_order_identifiers_order_id",
                table: "order_identifiers");

            migrationBuilder.CreateIndex(
                name: "IX_order_identifiers_order_id_kind",
                table: "order_identifiers",
                columns: new[] { "order_id", "kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_order_identifiers_order_id_kind",
                table: "order_identifiers");

            migrationBuilder.CreateIndex(
                name: "IX_order_identifiers_order_id",
                table: "order_identifiers",
                column: "order_id");
        }
    }
}
