CREATE TABLE "kpis" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"name" text NOT NULL,
	"metric" text NOT NULL,
	"filters" jsonb NOT NULL,
	"direction" text,
	"calendar" text NOT NULL,
	"target" jsonb,
	"owner" text NOT NULL,
	"description" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"measured_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "kpis_tenant" ON "kpis" ("tenant_id", "created_at");
--> statement-breakpoint
CREATE INDEX "kpis_due" ON "kpis" ("due_at");
--> statement-breakpoint
CREATE TABLE "kpi_periods" (
	"kpi_id" text NOT NULL REFERENCES "kpis"("id") ON DELETE cascade,
	"calendar" text NOT NULL,
	"period_start" text NOT NULL,
	"period_end" text NOT NULL,
	"measure" text NOT NULL,
	"value" double precision,
	"target" double precision,
	"status" text NOT NULL,
	"data_version" bigint NOT NULL,
	"computed_at" timestamp (3) with time zone NOT NULL,
	PRIMARY KEY("kpi_id", "calendar", "period_start")
);
--> statement-breakpoint
CREATE TABLE "kpi_peer_figures" (
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"metric" text NOT NULL,
	"calendar" text NOT NULL,
	"period_start" text NOT NULL,
	"figure" double precision NOT NULL,
	PRIMARY KEY("metric", "calendar", "period_start", "tenant_id")
);
--> statement-breakpoint
CREATE TABLE "kpi_peer_bands" (
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"metric" text NOT NULL,
	"calendar" text NOT NULL,
	"period_start" text NOT NULL,
	"band" integer NOT NULL,
	PRIMARY KEY("tenant_id", "metric", "calendar", "period_start")
);
