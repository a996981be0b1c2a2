CREATE TABLE "idempotency_keys" (
	"account_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"request_hash" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
DROP INDEX "messages_idempotency_key";--> statement-breakpoint
CREATE INDEX "idempotency_keys_oldest" ON "idempotency_keys" USING btree ("account_id","created_at");--> statement-breakpoint
-- Those that may be used again stay behind.
INSERT INTO "idempotency_keys" ("account_id", "key", "message_id", "request_hash", "created_at")
SELECT "account_id", "idempotency_key", "id", "request_hash", "created_at" FROM "messages"
WHERE "idempotency_key" IS NOT NULL AND now() - "created_at" < interval '30 days';--> statement-breakpoint
ALTER TABLE "messages" DROP COLUMN "request_hash";