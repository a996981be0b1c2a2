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
--> statement-breakpoint
-- The lowest ID that could have been made at this time: 48 bits of milliseconds, then zeros.
CREATE FUNCTION first_id("month" timestamp) RETURNS uuid LANGUAGE sql AS $$
	SELECT (lpad(to_hex((extract(epoch FROM "month" AT TIME ZONE 'UTC') * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;--> statement-breakpoint
-- The table becomes the first partition as it is, without a copy. Only what claims to be newer than this month is moved.
CREATE FUNCTION partition_by_month("parent" text, "key" text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	"month" timestamp := date_trunc('month', now() AT TIME ZONE 'UTC');
	"former" text := "parent" || '_until_' || to_char("month", 'YYYY_MM');
	"bound" uuid;
	"indexes" text[];
	"primary_key" text;
	"primary_columns" text;
	"each" record;
BEGIN
	SELECT array_agg(pg_get_indexdef("indexrelid") ORDER BY "indexrelid") FILTER (WHERE NOT "indisprimary")
	INTO "indexes" FROM pg_index WHERE "indrelid" = "parent"::regclass;
	SELECT "conname", pg_get_constraintdef("oid") INTO "primary_key", "primary_columns"
	FROM pg_constraint WHERE "conrelid" = "parent"::regclass AND "contype" = 'p';
	FOR "each" IN SELECT "indexrelid"::regclass::text AS "name" FROM pg_index WHERE "indrelid" = "parent"::regclass LOOP
		EXECUTE format('ALTER INDEX %s RENAME TO %I', "each"."name", left("former" || substr("each"."name", length("parent") + 1), 63));
	END LOOP;
	EXECUTE format('ALTER TABLE %I RENAME TO %I', "parent", "former");
	EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL EXCLUDING INDEXES) PARTITION BY RANGE (%I)', "parent", "former", "key");
	EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I %s', "parent", "primary_key", "primary_columns");
	FOR "each" IN SELECT unnest("indexes") AS "definition" LOOP
		EXECUTE "each"."definition";
	END LOOP;
	FOR "ahead" IN 1..3 LOOP
		EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
			"parent" || to_char("month" + make_interval(months => "ahead"), '_YYYY_MM'), "parent",
			first_id("month" + make_interval(months => "ahead")), first_id("month" + make_interval(months => "ahead" + 1)));
	END LOOP;
	EXECUTE format('CREATE TABLE %I PARTITION OF %I DEFAULT', "parent" || '_default', "parent");
	"bound" := first_id("month" + interval '1 month');
	EXECUTE format('WITH "moved" AS (DELETE FROM %I WHERE %I >= %L RETURNING *) INSERT INTO %I SELECT * FROM "moved"',
		"former", "key", "bound", "parent");
	EXECUTE format('ALTER TABLE %I ADD CONSTRAINT "attached" CHECK (%I IS NOT NULL AND %I < %L)', "former", "key", "key", "bound");
	EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (MINVALUE) TO (%L)', "parent", "former", "bound");
	EXECUTE format('ALTER TABLE %I DROP CONSTRAINT "attached"', "former");
END $$;--> statement-breakpoint
SELECT partition_by_month('message_events', 'message_id');--> statement-breakpoint
SELECT partition_by_month('delivered_parts', 'message_id');--> statement-breakpoint
SELECT partition_by_month('webhook_attempts', 'event_id');--> statement-breakpoint
SELECT partition_by_month('simulator_messages', 'message_id');--> statement-breakpoint
DROP FUNCTION partition_by_month(text, text);--> statement-breakpoint
DROP FUNCTION first_id(timestamp);
