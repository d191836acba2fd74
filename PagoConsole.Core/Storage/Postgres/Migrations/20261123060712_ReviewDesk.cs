using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PagoConsole.Core.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ReviewDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "account_created_at",
                table: "review_cases",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "account_id",
                table: "review_cases",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "aml",
                table: "review_cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "amount_minor",
                table: "review_cases",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "answered_at",
                table: "review_cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "claimed_by",
                table: "review_cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "claimed_until",
                table: "review_cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "consequences",
                table: "review_cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "currency",
                table: "review_cases",
                type: "character varying(3)",
                maxLength: 3,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "escalated_at",
                table: "review_cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "escalated_by",
                table: "review_cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "escalation_note",
                table: "review_cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "hold_minutes",
                table: "review_cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "linked_accounts",
                table: "review_cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "next_warning_at",
                table: "review_cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "paused_until",
                table: "review_cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "question",
                table: "review_cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "review_cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "score",
                table: "review_cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "seller_id",
                table: "review_cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "stake_minor",
                table: "review_cases",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "warned_percent",
                table: "review_cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "review_views",
                columns: table => new
                {
                    view_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    query = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_views", x => x.view_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_review_cases_decided_at",
                table: "review_cases",
                column: "decided_at");

            migrationBuilder.CreateIndex(
                name: "IX_review_cases_opened_at",
                table: "review_cases",
                column: "opened_at");

            migrationBuilder.CreateIndex(
                name: "IX_review_cases_state_next_warning_at",
                table: "review_cases",
                columns: new[] { "state", "next_warning_at" });

            migrationBuilder.CreateIndex(
                name: "IX_review_views_person_name",
                table: "review_views",
                columns: new[] { "person", "name" },
                unique: true);

            // What the queue sorts by, of the cases that are there already; amounts in dollars at the rate that the built-in rule set begins with.
            migrationBuilder.Sql(
                """
                UPDATE review_cases SET
                  account_id = (SELECT o.account_id FROM orders o WHERE o.order_id = review_cases.order_id),
                  account_created_at = (SELECT o.account_created_at FROM orders o WHERE o.order_id = review_cases.order_id),
                  seller_id = (SELECT o.seller_id FROM orders o WHERE o.order_id = review_cases.order_id),
                  aml = (SELECT o.aml FROM orders o WHERE o.order_id = review_cases.order_id),
                  amount_minor = (SELECT o.amount_minor FROM orders o WHERE o.order_id = review_cases.order_id),
                  currency = (SELECT o.currency FROM orders o WHERE o.order_id = review_cases.order_id),
                  stake_minor = (SELECT CASE WHEN o.currency = 'USD' THEN o.amount_minor * 375 / 100 ELSE o.amount_minor END FROM orders o WHERE o.order_id = review_cases.order_id),
                  score = coalesce((SELECT a.score FROM assessments a WHERE a.order_id = review_cases.order_id), 0),
                  hold_minutes = (hold_until - opened_at) / 60000
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "review_views");

            migrationBuilder.DropIndex(
                name: "IX_review_cases_decided_at",
                table: "review_cases");

            migrationBuilder.DropIndex(
                name: "IX_review_cases_opened_at",
                table: "review_cases");

            migrationBuilder.DropIndex(
                name: "IX_review_cases_state_next_warning_at",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "account_created_at",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "account_id",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "aml",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "amount_minor",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "answered_at",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "claimed_by",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "claimed_until",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "consequences",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "currency",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "escalated_at",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "escalated_by",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "escalation_note",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "hold_minutes",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "linked_accounts",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "next_warning_at",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "question",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "score",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "seller_id",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "stake_minor",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "warned_percent",
                table: "review_cases");
        }
    }
}
