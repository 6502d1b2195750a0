CREATE TABLE "delivery_channels" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"sealed" text NOT NULL,
	"active" boolean NOT NULL,
	"most" integer NOT NULL,
	"fence" bigint NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"failing_since" timestamp (3) with time zone,
	"failure" jsonb,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "delivery_channels_tenant" ON "delivery_channels" ("tenant_id", "created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_channels_people" ON "delivery_channels" ("tenant_id") WHERE "kind" = 'people';
--> statement-breakpoint
CREATE TABLE "delivery_notices" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"cause" text NOT NULL,
	"thread" text NOT NULL,
	"severity" integer NOT NULL,
	"title" text NOT NULL,
	"lines" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"path" text NOT NULL,
	"everybody" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_notices_cause" ON "delivery_notices" ("tenant_id", "cause");
--> statement-breakpoint
CREATE INDEX "delivery_notices_tenant" ON "delivery_notices" ("tenant_id", "id");
--> statement-breakpoint
CREATE INDEX "delivery_notices_age" ON "delivery_notices" ("created_at");
--> statement-breakpoint
CREATE TABLE "delivery_audience" (
	"notice_id" bigint NOT NULL REFERENCES "delivery_notices"("id") ON DELETE cascade,
	"user_id" text NOT NULL REFERENCES "users"("id") ON DELETE cascade,
	PRIMARY KEY("notice_id", "user_id")
);
--> statement-breakpoint
CREATE TABLE "delivery_reads" (
	"user_id" text NOT NULL REFERENCES "users"("id") ON DELETE cascade,
	"notice_id" bigint NOT NULL REFERENCES "delivery_notices"("id") ON DELETE cascade,
	"read_at" timestamp (3) with time zone NOT NULL,
	PRIMARY KEY("user_id", "notice_id")
);
--> statement-breakpoint
CREATE TABLE "delivery_readers" (
	"user_id" text NOT NULL REFERENCES "users"("id") ON DELETE cascade,
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"read_until" bigint NOT NULL,
	"bell" integer NOT NULL,
	"email" integer NOT NULL,
	"browser" integer NOT NULL,
	PRIMARY KEY("tenant_id", "user_id")
);
--> statement-breakpoint
CREATE TABLE "delivery_outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"channel_id" text NOT NULL REFERENCES "delivery_channels"("id") ON DELETE cascade,
	"notice_id" bigint NOT NULL REFERENCES "delivery_notices"("id") ON DELETE cascade,
	"recipient" text NOT NULL,
	"state" text NOT NULL,
	"batch" bigint,
	"attempts" integer NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"failure" jsonb
);
--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_outbox_once" ON "delivery_outbox" ("notice_id", "channel_id", "recipient");
--> statement-breakpoint
CREATE INDEX "delivery_outbox_lane" ON "delivery_outbox" ("channel_id", "recipient", "id") WHERE "state" = 'waiting';
--> statement-breakpoint
CREATE INDEX "delivery_outbox_log" ON "delivery_outbox" ("channel_id", "id");
--> statement-breakpoint
CREATE INDEX "delivery_outbox_batch" ON "delivery_outbox" ("batch");
--> statement-breakpoint
CREATE INDEX "delivery_outbox_settled" ON "delivery_outbox" ("settled_at");
--> statement-breakpoint
CREATE TABLE "delivery_unsubscribed" (
	"channel_id" text NOT NULL REFERENCES "delivery_channels"("id") ON DELETE cascade,
	"recipient" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	PRIMARY KEY("channel_id", "recipient")
);
