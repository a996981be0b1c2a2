CREATE TABLE "account_retention" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"text_days" integer,
	"event_days" integer,
	"attempt_days" integer,
	"texts_until" timestamp (3) with time zone,
	"sent_to" uuid,
	"received_to" uuid,
	"events_until" timestamp (3) with time zone,
	"events_gone_until" timestamp (3) with time zone,
	"attempts_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "retention_limits" (
	"kind" text PRIMARY KEY NOT NULL,
	"days" integer,
	"gone_until" timestamp (3) with time zone,
	"set_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "body_storage" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "body_erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "inbound_messages" ADD COLUMN "body_erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "body_storage" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "body_erased_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "campaigns_unkept" ON "campaigns" USING btree ("account_id","id") WHERE "campaigns"."body_storage" is not null and "campaigns"."body_erased_at" is null;--> statement-breakpoint
CREATE INDEX "carrier_messages_oldest" ON "carrier_messages" USING brin ("created_at");--> statement-breakpoint
-- Nothing is erased by an upgrade: who has accounts already keeps all of it until the administrator decides.
INSERT INTO "retention_limits" ("kind", "days")
SELECT kind, NULL FROM (VALUES ('texts'), ('events'), ('attempts')) AS kinds(kind)
WHERE EXISTS (SELECT FROM "accounts");
