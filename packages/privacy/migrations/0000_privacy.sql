CREATE TABLE "erasures" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE CASCADE,
	"person" text NOT NULL,
	"request" text,
	"found" text,
	"receipt" text,
	"signature" text,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "erasures_of_tenant" ON "erasures" ("tenant_id", "requested_at");
--> statement-breakpoint
CREATE TABLE "personal_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE CASCADE,
	"person" text NOT NULL,
	"request" text,
	"content" text,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "personal_exports_of_person" ON "personal_exports" ("tenant_id", "person");
