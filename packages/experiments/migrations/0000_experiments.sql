CREATE TABLE "experiments" (
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"key" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"allocation" jsonb,
	"decision" jsonb,
	"changed_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"measured_from" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone,
	PRIMARY KEY("tenant_id", "key")
);
--> statement-breakpoint
CREATE TABLE "experiment_versions" (
	"tenant_id" text NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"definition" jsonb NOT NULL,
	"allocation" jsonb,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	PRIMARY KEY("tenant_id", "key", "version"),
	FOREIGN KEY ("tenant_id", "key") REFERENCES "experiments"("tenant_id", "key") ON DELETE cascade
);
