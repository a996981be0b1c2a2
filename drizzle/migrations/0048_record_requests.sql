CREATE TABLE "api_requests" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"token_id" uuid NOT NULL,
	"method" text NOT NULL,
	"route" text NOT NULL,
	"status" integer NOT NULL,
	"duration_ms" integer NOT NULL,
	"code" text,
	"query" jsonb,
	"body" jsonb,
	"missed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "api_requests_account_id_id_pk" PRIMARY KEY("account_id","id")
) PARTITION BY RANGE ("id");
--> statement-breakpoint
CREATE INDEX "api_requests_newest" ON "api_requests" USING btree ("id");--> statement-breakpoint
-- Written by hand, like PARTITION BY above. A month for each of the next three, what came before, and the default.
DO $$
DECLARE
	"month" timestamp := date_trunc('month', now() AT TIME ZONE 'UTC');
	"start" uuid;
	"next" uuid;
BEGIN
	FOR "ahead" IN 0..3 LOOP
		-- The lowest ID that could have been made at this time: 48 bits of milliseconds, then zeros.
		"next" := (lpad(to_hex((extract(epoch FROM "month" + make_interval(months => "ahead" + 1))
			* 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;
		IF "ahead" = 0 THEN
			EXECUTE format('CREATE TABLE %I PARTITION OF "api_requests" FOR VALUES FROM (MINVALUE) TO (%L)',
				'api_requests_until_' || to_char("month", 'YYYY_MM'), "next");
		ELSE
			EXECUTE format('CREATE TABLE %I PARTITION OF "api_requests" FOR VALUES FROM (%L) TO (%L)',
				'api_requests_' || to_char("month" + make_interval(months => "ahead"), 'YYYY_MM'), "start", "next");
		END IF;
		"start" := "next";
	END LOOP;
	CREATE TABLE "api_requests_default" PARTITION OF "api_requests" DEFAULT;
END $$;
