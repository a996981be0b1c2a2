CREATE TABLE "session_uses" (
	"account_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_uses_account_id_session_id_pk" PRIMARY KEY("account_id","session_id")
);
--> statement-breakpoint
CREATE TABLE "token_uses" (
	"account_id" uuid NOT NULL,
	"token_id" uuid NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	"last_used_address" text,
	CONSTRAINT "token_uses_account_id_token_id_pk" PRIMARY KEY("account_id","token_id")
);
--> statement-breakpoint
-- What the columns held that are dropped below.
INSERT INTO "session_uses" ("account_id", "session_id", "last_seen_at")
SELECT u."account_id", s."id", s."last_seen_at" FROM "sessions" s JOIN "users" u ON u."id" = s."user_id";--> statement-breakpoint
INSERT INTO "token_uses" ("account_id", "token_id", "last_used_at", "last_used_address")
SELECT "account_id", "id", "last_used_at", "last_used_address" FROM "tokens" WHERE "last_used_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "session_uses_last" ON "session_uses" USING btree ("last_seen_at");--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "last_seen_at";--> statement-breakpoint
ALTER TABLE "tokens" DROP COLUMN "last_used_at";--> statement-breakpoint
ALTER TABLE "tokens" DROP COLUMN "last_used_address";--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_account_id_accounts_id_fk";--> statement-breakpoint
ALTER TABLE "tokens" DROP CONSTRAINT "tokens_account_id_accounts_id_fk";--> statement-breakpoint
ALTER TABLE "token_hours" DROP CONSTRAINT "token_hours_token_id_tokens_id_fk";--> statement-breakpoint
ALTER TABLE "token_hours" ADD COLUMN "account_id" uuid;--> statement-breakpoint
UPDATE "token_hours" h SET "account_id" = t."account_id" FROM "tokens" t WHERE t."id" = h."token_id";--> statement-breakpoint
ALTER TABLE "token_hours" ALTER COLUMN "account_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "token_hours" DROP CONSTRAINT "token_hours_token_id_hour_pk";--> statement-breakpoint
ALTER TABLE "token_hours" ADD CONSTRAINT "token_hours_account_id_token_id_hour_pk" PRIMARY KEY("account_id","token_id","hour");--> statement-breakpoint
ALTER TABLE "refused_requests" DROP CONSTRAINT "refused_requests_pkey";--> statement-breakpoint
DROP INDEX "refused_requests_account";--> statement-breakpoint
ALTER TABLE "refused_requests" ADD CONSTRAINT "refused_requests_account_id_id_pk" PRIMARY KEY("account_id","id");--> statement-breakpoint
ALTER TABLE "parked_receipts" DROP CONSTRAINT "parked_receipts_pkey";--> statement-breakpoint
ALTER TABLE "parked_receipts" ADD CONSTRAINT "parked_receipts_ref_id_pk" PRIMARY KEY("ref","id");--> statement-breakpoint
CREATE INDEX "parked_receipts_newest" ON "parked_receipts" USING btree ("id");--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_intent";--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_session";--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_pkey";--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_account_id_id_pk" PRIMARY KEY("account_id","id");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_intent" UNIQUE("intent_id","account_id");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_session" UNIQUE("session_id","account_id");--> statement-breakpoint
CREATE INDEX "payments_id" ON "payments" USING btree ("id");
