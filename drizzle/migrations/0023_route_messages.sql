CREATE TABLE "carrier_minutes" (
	"carrier" text NOT NULL,
	"minute" timestamp (3) with time zone NOT NULL,
	"submits" integer[] NOT NULL,
	"receipts" integer[] NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"ended" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "carrier_minutes_carrier_minute_pk" PRIMARY KEY("carrier","minute")
);
--> statement-breakpoint
CREATE TABLE "inbound_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"carrier" text NOT NULL,
	"ref" text NOT NULL,
	"sender" text NOT NULL,
	"recipient" text NOT NULL,
	"body" text NOT NULL,
	"test" boolean DEFAULT false NOT NULL,
	"keyword" text,
	"in_reply_to" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone,
	"raw" jsonb
);
--> statement-breakpoint
CREATE TABLE "inbound_parts" (
	"carrier" text NOT NULL,
	"group_key" text NOT NULL,
	"number" smallint NOT NULL,
	"total" smallint NOT NULL,
	"message" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbound_parts_carrier_group_key_number_pk" PRIMARY KEY("carrier","group_key","number")
);
--> statement-breakpoint
CREATE TABLE "numbers" (
	"number" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"carrier" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opt_outs" (
	"account_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"sender" text DEFAULT '' NOT NULL,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opt_outs_account_id_recipient_sender_pk" PRIMARY KEY("account_id","recipient","sender")
);
--> statement-breakpoint
CREATE TABLE "delivered_parts" (
	"account_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "delivered_parts_account_id_message_id_part_pk" PRIMARY KEY("account_id","message_id","part")
);
--> statement-breakpoint
DROP INDEX "messages_due";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "admin" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "carrier_states" ADD COLUMN "draining_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "carrier_states" ADD COLUMN "rate_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "route" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "parts" smallint;--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_messages_once" ON "inbound_messages" USING btree ("carrier","ref");--> statement-breakpoint
CREATE INDEX "inbound_messages_newest" ON "inbound_messages" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "inbound_messages_phone" ON "inbound_messages" USING btree ("account_id","sender","id");--> statement-breakpoint
CREATE INDEX "inbound_messages_unmatched" ON "inbound_messages" USING btree ("id") WHERE "inbound_messages"."account_id" is null;--> statement-breakpoint
CREATE INDEX "numbers_account" ON "numbers" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "opt_outs_newest" ON "opt_outs" USING btree ("account_id","created_at","recipient");--> statement-breakpoint
CREATE INDEX "messages_unrouted" ON "messages" USING btree ("account_id","due_at") WHERE "messages"."status" in ('scheduled', 'queued') and "messages"."carrier" is null;--> statement-breakpoint
CREATE INDEX "messages_unknown" ON "messages" USING btree ("account_id","id") WHERE "messages"."status" = 'unknown';--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("account_id","test","carrier","priority","due_at","id") WHERE "messages"."status" in ('scheduled', 'queued');--> statement-breakpoint
-- Whoever was first has the installation.
UPDATE "accounts" SET "admin" = true WHERE "id" = (
  SELECT "id" FROM "accounts" WHERE "status" = 'active' ORDER BY "created_at", "id" LIMIT 1);
