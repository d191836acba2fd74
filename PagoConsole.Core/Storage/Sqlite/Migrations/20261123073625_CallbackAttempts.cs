using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PagoConsole.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CallbackAttempts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_message_id",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_outbox_order_id_sequence",
                table: "outbox");

            migrationBuilder.AddColumn<int>(
                name: "delivery",
                table: "outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "callback_attempts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    outbox_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    duration_ms = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    fault = table.Column<string>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    signature = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_callback_attempts", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_message_id_delivery",
                table: "outbox",
                columns: new[] { "message_id", "delivery" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_order_id_sequence_delivery",
                table: "outbox",
                columns: new[] { "order_id", "sequence", "delivery" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_state_id",
                table: "outbox",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_type_id",
                table: "outbox",
                columns: new[] { "type", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_callback_attempts_at",
                table: "callback_attempts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_callback_attempts_outbox_id_id",
                table: "callback_attempts",
                columns: new[] { "outbox_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "callback_attempts");

            migrationBuilder.DropIndex(
                name: "IX_outbox_message_id_delivery",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_outbox_order_id_sequence_delivery",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_outbox_state_id",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_outbox_type_id",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "delivery",
                table: "outbox");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_message_id",
                table: "outbox",
                column: "message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_order_id_sequence",
                table: "outbox",
                columns: new[] { "order_id", "sequence" },
                unique: true);
        }
    }
}
