CREATE TABLE "job_workers" (
	"id" text PRIMARY KEY NOT NULL,
	"beat" bigint NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE SEQUENCE "job_fences";
--> statement-breakpoint
CREATE TABLE "job_schedules" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text REFERENCES "tenants"("id") ON DELETE CASCADE,
	"declared" boolean NOT NULL,
	"kind" text NOT NULL,
	"input" jsonb NOT NULL,
	"cron" text,
	"time_zone" text,
	"every_ms" bigint,
	"missed" text NOT NULL,
	"enabled" boolean NOT NULL,
	"next_at" timestamp (3) with time zone,
	"last_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CHECK (("cron" IS NOT NULL AND "time_zone" IS NOT NULL) <> ("every_ms" IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX "job_schedules_next" ON "job_schedules" ("next_at") WHERE "enabled";
--> statement-breakpoint
CREATE INDEX "job_schedules_tenant" ON "job_schedules" ("tenant_id");
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"tenant_id" text REFERENCES "tenants"("id") ON DELETE CASCADE,
	"tenant_key" text NOT NULL GENERATED ALWAYS AS (coalesce("tenant_id", '')) STORED,
	"tenant_visible" boolean NOT NULL,
	"state" text NOT NULL CHECK ("state" IN ('waiting', 'running', 'cancelling', 'succeeded', 'cancelled', 'dead')),
	"priority" integer NOT NULL,
	"exclusive_key" text,
	"input" jsonb NOT NULL,
	"run_at" timestamp (3) with time zone,
	"attempts" integer NOT NULL DEFAULT 0,
	"max_attempts" integer NOT NULL,
	"worker_id" text REFERENCES "job_workers"("id"),
	"fence" bigint NOT NULL DEFAULT 0,
	"progress" jsonb,
	"result" jsonb,
	"error" jsonb,
	"schedule_id" text,
	"occurrence_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "jobs_waiting" ON "jobs" ("tenant_key", "priority" DESC, "id", "kind", "run_at") WHERE "state" = 'waiting';
--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" ("run_at") WHERE "state" = 'waiting' AND "run_at" IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_exclusive" ON "jobs" ("tenant_key", "kind", "exclusive_key")
	WHERE "exclusive_key" IS NOT NULL AND "state" IN ('waiting', 'running', 'cancelling');
--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_occurrence" ON "jobs" ("schedule_id", "occurrence_at") WHERE "occurrence_at" IS NOT NULL;
--> statement-breakpoint
CREATE INDEX "jobs_held" ON "jobs" ("worker_id") WHERE "worker_id" IS NOT NULL;
--> statement-breakpoint
CREATE INDEX "jobs_of_tenant" ON "jobs" ("tenant_key", "id");
--> statement-breakpoint
CREATE INDEX "jobs_finished" ON "jobs" ("tenant_key", "finished_at") WHERE "finished_at" IS NOT NULL;
--> statement-breakpoint
CREATE TABLE "job_logs" (
	"job_id" bigint NOT NULL REFERENCES "jobs"("id") ON DELETE CASCADE,
	"line" bigint NOT NULL,
	"attempt" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"level" text NOT NULL,
	"message" text NOT NULL,
	PRIMARY KEY ("job_id", "line")
);
