CREATE TABLE "file_uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "file_uploads_expiry" ON "file_uploads" ("expires_at");
--> statement-breakpoint
CREATE TABLE "file_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"state" text NOT NULL,
	"uploads" jsonb NOT NULL,
	"names" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"warnings" jsonb NOT NULL,
	"fault" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "file_imports_tenant" ON "file_imports" ("tenant_id", "created_at");
--> statement-breakpoint
CREATE TABLE "file_rejections" (
	"import_id" text NOT NULL REFERENCES "file_imports"("id") ON DELETE cascade,
	"file" integer NOT NULL,
	"line" integer NOT NULL,
	"reason" text NOT NULL,
	PRIMARY KEY("import_id", "file", "line")
);
