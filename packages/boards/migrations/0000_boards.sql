CREATE TABLE "boards" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"name" text NOT NULL,
	"content" jsonb NOT NULL,
	"tiles" integer NOT NULL,
	"version" integer NOT NULL,
	"changed_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "boards_tenant" ON "boards" ("tenant_id", "name");
--> statement-breakpoint
CREATE TABLE "board_versions" (
	"board_id" text NOT NULL REFERENCES "boards"("id") ON DELETE cascade,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"tiles" integer NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	PRIMARY KEY("board_id", "version")
);
--> statement-breakpoint
CREATE TABLE "board_favourites" (
	"board_id" text NOT NULL REFERENCES "boards"("id") ON DELETE cascade,
	"person" text NOT NULL,
	PRIMARY KEY("board_id", "person")
);
--> statement-breakpoint
CREATE TABLE "board_shares" (
	"id" text PRIMARY KEY NOT NULL,
	"board_id" text NOT NULL REFERENCES "boards"("id") ON DELETE cascade,
	"name" text NOT NULL,
	"token_hash" text NOT NULL UNIQUE,
	"open_period" boolean NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"opened" integer NOT NULL DEFAULT 0,
	"opened_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "board_shares_board" ON "board_shares" ("board_id");
--> statement-breakpoint
CREATE TABLE "board_annotations" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"board_id" text REFERENCES "boards"("id") ON DELETE cascade,
	"on_date" text NOT NULL,
	"label" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "board_annotations_tenant" ON "board_annotations" ("tenant_id", "on_date");
