CREATE TABLE "cohorts" (
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"definition" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	PRIMARY KEY ("tenant_id", "id")
);
--> statement-breakpoint
CREATE TABLE "cohort_members" (
	"tenant_id" text NOT NULL,
	"cohort_id" text NOT NULL,
	"customer_key" text NOT NULL,
	PRIMARY KEY ("tenant_id", "cohort_id", "customer_key"),
	FOREIGN KEY ("tenant_id", "cohort_id") REFERENCES "cohorts"("tenant_id", "id") ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX "cohort_members_customer" ON "cohort_members" ("tenant_id", "customer_key");
