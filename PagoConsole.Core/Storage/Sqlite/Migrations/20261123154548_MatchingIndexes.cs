using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PagoConsole.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MatchingIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_payments_paid_at_payment_id",
                table: "payments");

            migrationBuilder.CreateIndex(
                name: "IX_payments_paid_at_payment_id_order_id_transaction_id",
                table: "payments",
                columns: new[] { "paid_at", "payment_id", "order_id", "transaction_id" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_for_matching",
                table: "orders",
                columns: new[] { "order_id", "status", "amount_minor", "currency", "imported" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_payments_paid_at_payment_id_order_id_transaction_id",
                table: "payments");

            migrationBuilder.DropIndex(
                name: "ix_orders_for_matching",
                table: "orders");

            migrationBuilder.CreateIndex(
                name: "IX_payments_paid_at_payment_id",
                table: "payments",
                columns: new[] { "paid_at", "payment_id" });
        }
    }
}
