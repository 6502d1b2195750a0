CREATE TABLE "anomaly_detectors" (
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"watches" jsonb NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	PRIMARY KEY("tenant_id", "id")
);
--> statement-breakpoint
CREATE TABLE "anomaly_labels" (
	"tenant_id" text NOT NULL REFERENCES "tenants"("id") ON DELETE cascade,
	"question" text NOT NULL,
	"series" text NOT NULL,
	"time" text NOT NULL,
	"kind" text NOT NULL,
	"direction" text NOT NULL,
	"deviations" double precision NOT NULL,
	"verdict" text NOT NULL,
	"labelled_at" timestamp (3) with time zone NOT NULL,
	PRIMARY KEY("tenant_id", "question", "series", "time", "kind")
);
