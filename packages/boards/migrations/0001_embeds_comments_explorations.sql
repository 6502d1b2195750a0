CREATE TABLE "board_embeds" (
	"id" text PRIMARY KEY NOT NULL,
	"board_id" text NOT NULL REFERENCES "boards"("id") ON DELETE cascade,
	"name" text NOT NULL,
	"origins" jsonb NOT NULL,
	"filters" jsonb NOT NULL,
	"open_period" boolean NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"opened" integer NOT NULL DEFAULT 0,
	"opened_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "board_embeds_board" ON "board_embeds" ("board_id");
--> statement-breakpoint
CREATE TABLE "board_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"board_id" text NOT NULL REFERENCES "boards"("id") ON DELETE cascade,
	"text" text NOT NULL,
	"author" text NOT NULL,
	"author_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"resolved_by" text,
	"resolved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "board_comments_board" ON "board_comments" ("tenant_id", "board_id", "created_at");
--> statement-breakpoint
CREATE TABLE "explorations" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"name" text NOT NULL,
	"opens" jsonb NOT NULL,
	"owner" text NOT NULL,
	"owner_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "explorations_tenant" ON "explorations" ("tenant_id", "name");
--> statement-breakpoint
CREATE TABLE "exploration_favourites" (
	"exploration_id" text NOT NULL REFERENCES "explorations"("id") ON DELETE cascade,
	"person" text NOT NULL,
	PRIMARY KEY("exploration_id", "person")
);
