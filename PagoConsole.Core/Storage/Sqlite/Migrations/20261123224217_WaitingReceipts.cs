using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PagoConsole.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WaitingReceipts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_receipts_state_payment_id_id",
                table: "receipts");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_payment_id_id",
                table: "receipts",
                columns: new[] { "payment_id", "id" },
                filter: "state = 'Waiting' AND next_at > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_receipts_payment_id_id",
                table: "receipts");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_state_payment_id_id",
                table: "receipts",
                columns: new[] { "state", "payment_id", "id" });
        }
    }
}
