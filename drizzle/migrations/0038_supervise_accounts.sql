CREATE TABLE "suspensions" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"decided_by" text NOT NULL,
	"suspended_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sender_names" (
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"status" text DEFAULT 'requested' NOT NULL,
	"reason" text,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	CONSTRAINT "sender_names_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "requests_per_second" integer;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "requests_per_minute" integer;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "messages_per_minute" integer;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "test_messages_per_minute" integer;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "viewed_account_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "viewed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "renewals" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "sender_names_requested" ON "sender_names" USING btree ("requested_at") WHERE "sender_names"."status" = 'requested';--> statement-breakpoint
CREATE INDEX "accounts_name_begins" ON "accounts" USING btree (lower("name") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "accounts_inactive" ON "accounts" USING btree ("status","id") WHERE "accounts"."status" <> 'active';--> statement-breakpoint
CREATE INDEX "users_email_begins" ON "users" USING btree ("email" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "users_email_domain" ON "users" USING btree (split_part("email", '@', 2));--> statement-breakpoint
CREATE INDEX "tokens_last_four" ON "tokens" USING btree ("last_four");--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_limits_not_negative" CHECK (least("accounts"."requests_per_second", "accounts"."requests_per_minute", "accounts"."messages_per_minute", "accounts"."test_messages_per_minute") >= 0);--> statement-breakpoint
-- Accounts that the command line suspended have no reason.
INSERT INTO "suspensions" ("account_id", "reason", "decided_by")
SELECT "id", '', 'operator' FROM "accounts" WHERE "status" = 'suspended';
