CREATE TABLE "alerts" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"definition" jsonb NOT NULL,
	"progress" jsonb NOT NULL,
	"broken" jsonb,
	"silenced_until" timestamp (3) with time zone,
	"checked_at" timestamp (3) with time zone,
	"revision" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "alerts_tenant" ON "alerts" ("tenant_id", "created_at");
--> statement-breakpoint
CREATE TABLE "alert_firings" (
	"alert_id" text NOT NULL REFERENCES "alerts"("id") ON DELETE cascade,
	"tenant_id" text NOT NULL,
	"number" integer NOT NULL,
	"window_at" text NOT NULL,
	"window_from" timestamp (3) with time zone NOT NULL,
	"window_to" timestamp (3) with time zone NOT NULL,
	"severity" text NOT NULL,
	"groups" jsonb NOT NULL,
	"why" jsonb,
	"note" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" text,
	"told_at" timestamp (3) with time zone,
	"escalated_at" timestamp (3) with time zone,
	"end_told_at" timestamp (3) with time zone,
	PRIMARY KEY("alert_id", "number")
);
--> statement-breakpoint
CREATE INDEX "alert_firings_tenant" ON "alert_firings" ("tenant_id", "started_at");
--> statement-breakpoint
CREATE TABLE "alert_lease" (
	"id" integer PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
