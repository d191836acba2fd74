using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PagoConsole.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RuleDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "approved_by",
                table: "rule_sets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "draft_id",
                table: "rule_sets",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "restores_version",
                table: "rule_sets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "rule_drafts",
                columns: table => new
                {
                    draft_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    comment = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    base_version = table.Column<int>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    tiers_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    hands = table.Column<string>(type: "text", nullable: false),
                    proposed_by = table.Column<string>(type: "TEXT", nullable: true),
                    approved_by = table.Column<string>(type: "TEXT", nullable: true),
                    publish_at = table.Column<long>(type: "INTEGER", nullable: true),
                    held_because = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    published_version = table.Column<int>(type: "INTEGER", nullable: true),
                    restores_version = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_drafts", x => x.draft_id);
                    table.ForeignKey(
                        name: "FK_rule_drafts_rule_sets_base_version",
                        column: x => x.base_version,
                        principalTable: "rule_sets",
                        principalColumn: "version",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rule_shadows",
                columns: table => new
                {
                    shadow_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    draft_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    started_by = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_by = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_shadows", x => x.shadow_id);
                    table.ForeignKey(
                        name: "FK_rule_shadows_rule_drafts_draft_id",
                        column: x => x.draft_id,
                        principalTable: "rule_drafts",
                        principalColumn: "draft_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shadow_assessments",
                columns: table => new
                {
                    shadow_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    order_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    rule_set_version = table.Column<int>(type: "INTEGER", nullable: false),
                    judged = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    judged_score = table.Column<int>(type: "INTEGER", nullable: false),
                    judged_hits = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    score = table.Column<int>(type: "INTEGER", nullable: false),
                    hits = table.Column<string>(type: "TEXT", nullable: false),
                    stake_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shadow_assessments", x => new { x.shadow_id, x.order_id });
                    table.ForeignKey(
                        name: "FK_shadow_assessments_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "orders",
                        principalColumn: "order_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_shadow_assessments_rule_shadows_shadow_id",
                        column: x => x.shadow_id,
                        principalTable: "rule_shadows",
                        principalColumn: "shadow_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_rule_drafts_base_version",
                table: "rule_drafts",
                column: "base_version");

            migrationBuilder.CreateIndex(
                name: "IX_rule_drafts_state_publish_at",
                table: "rule_drafts",
                columns: new[] { "state", "publish_at" });

            migrationBuilder.CreateIndex(
                name: "IX_rule_shadows_draft_id",
                table: "rule_shadows",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "IX_rule_shadows_ended_at",
                table: "rule_shadows",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "IX_shadow_assessments_order_id",
                table: "shadow_assessments",
                column: "order_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "shadow_assessments");

            migrationBuilder.DropTable(
                name: "rule_shadows");

            migrationBuilder.DropTable(
                name: "rule_drafts");

            migrationBuilder.DropColumn(
                name: "approved_by",
                table: "rule_sets");

            migrationBuilder.DropColumn(
                name: "draft_id",
                table: "rule_sets");

            migrationBuilder.DropColumn(
                name: "restores_version",
                table: "rule_sets");
        }
    }
}
