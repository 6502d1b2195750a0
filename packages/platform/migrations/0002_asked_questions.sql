CREATE TABLE "questions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"asker" text NOT NULL,
	"conversation_id" text NOT NULL,
	"question" text NOT NULL,
	"likeness" text NOT NULL,
	"locale" text,
	"outcome" text NOT NULL,
	"reason" text,
	"answer" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "questions_asker" ON "questions" USING btree ("tenant_id","asker","conversation_id","id");--> statement-breakpoint
CREATE INDEX "questions_outcome" ON "questions" USING btree ("tenant_id","outcome","created_at");