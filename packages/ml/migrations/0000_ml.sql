CREATE TABLE "ml_models" (
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"trained_at" timestamp (3) with time zone NOT NULL,
	"data" jsonb NOT NULL,
	"parameters" jsonb NOT NULL,
	"features" jsonb NOT NULL,
	"report" jsonb NOT NULL,
	"duration_ms" integer NOT NULL,
	"artifact" text NOT NULL,
	"artifact_sha256" text NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"reason" text NOT NULL,
	PRIMARY KEY("tenant_id", "kind", "version")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "ml_models_running" ON "ml_models" ("tenant_id", "kind") WHERE "state" = 'running';
