CREATE TABLE "carrier_states" (
	"carrier" text PRIMARY KEY NOT NULL,
	"reason" text,
	"detail" text,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retry_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
DROP INDEX "parked_receipts_ref";--> statement-breakpoint
DROP INDEX "messages_due";--> statement-breakpoint
ALTER TABLE "parked_receipts" ADD COLUMN "status" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "offered_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "parked_receipts_once" ON "parked_receipts" USING btree ("carrier","ref","status");--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("account_id","test","priority","due_at","id") WHERE "messages"."status" in ('scheduled', 'queued');