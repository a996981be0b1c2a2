CREATE TABLE "onboarding" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"first_token_at" timestamp (3) with time zone,
	"first_request_at" timestamp (3) with time zone,
	"first_accepted_at" timestamp (3) with time zone,
	"first_delivered_at" timestamp (3) with time zone,
	"first_webhook_at" timestamp (3) with time zone,
	"dismissed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "refused_requests" (
	"account_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"status" integer NOT NULL,
	"code" text NOT NULL,
	"detail" text NOT NULL,
	"flaw" text
);
--> statement-breakpoint
CREATE TABLE "message_counts" (
	"account_id" uuid NOT NULL,
	"test" boolean NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"bucket" smallint NOT NULL,
	"messages" bigint NOT NULL,
	"segments" bigint NOT NULL,
	"credits" bigint NOT NULL,
	CONSTRAINT "message_counts_account_id_test_hour_status_bucket_pk" PRIMARY KEY("account_id","test","hour","status","bucket")
);
--> statement-breakpoint
CREATE TABLE "message_deltas" (
	"account_id" uuid NOT NULL,
	"test" boolean NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"bucket" smallint NOT NULL,
	"messages" bigint NOT NULL,
	"segments" bigint NOT NULL,
	"credits" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "first_four" text;--> statement-breakpoint
ALTER TABLE "onboarding" ADD CONSTRAINT "onboarding_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_requests" ADD CONSTRAINT "refused_requests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refused_requests_account" ON "refused_requests" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "message_deltas_account" ON "message_deltas" USING btree ("account_id");--> statement-breakpoint
-- Rows live for a second: left to the usual fifth of the table, the dead ones would be read again and again.
ALTER TABLE "message_deltas" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
--> statement-breakpoint
-- How long delivery took, as the number of steps it passed; `lib/traffic/delivery-buckets.ts` has the same steps.
CREATE FUNCTION delivery_bucket(status text, due timestamptz, ended timestamptz) RETURNS smallint LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN status = 'delivered' AND ended IS NOT NULL
    THEN width_bucket(extract(epoch FROM ended - due)::float8, ARRAY[0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10,
      15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1200, 1800, 3600, 7200, 14400, 28800, 86400]::float8[])
    ELSE -1 END::smallint
$$;
--> statement-breakpoint
-- One delta for each count that a statement changed. A change that leaves all counts alone leaves no row.
CREATE FUNCTION count_messages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO message_deltas
    SELECT account_id, test, date_trunc('hour', created_at, 'UTC'), status,
      delivery_bucket(status, coalesce(scheduled_at, created_at), ended_at), count(*), sum(segments), sum(credits)
    FROM added GROUP BY 1, 2, 3, 4, 5;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO message_deltas
    SELECT account_id, test, date_trunc('hour', created_at, 'UTC'), status,
      delivery_bucket(status, coalesce(scheduled_at, created_at), ended_at), sum(sign), sum(sign * segments), sum(sign * credits)
    FROM (
      SELECT account_id, test, created_at, scheduled_at, ended_at, status, segments, credits, 1 AS sign FROM added
      UNION ALL
      SELECT account_id, test, created_at, scheduled_at, ended_at, status, segments, credits, -1 FROM removed
    ) changed
    GROUP BY 1, 2, 3, 4, 5
    HAVING sum(sign) <> 0 OR sum(sign * segments) <> 0 OR sum(sign * credits) <> 0;
  ELSE
    INSERT INTO message_deltas
    SELECT account_id, test, date_trunc('hour', created_at, 'UTC'), status,
      delivery_bucket(status, coalesce(scheduled_at, created_at), ended_at), -count(*), -sum(segments), -sum(credits)
    FROM removed GROUP BY 1, 2, 3, 4, 5;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER messages_count_added AFTER INSERT ON "messages"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_messages();
--> statement-breakpoint
CREATE TRIGGER messages_count_changed AFTER UPDATE ON "messages"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_messages();
--> statement-breakpoint
CREATE TRIGGER messages_count_removed AFTER DELETE ON "messages"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_messages();
--> statement-breakpoint
-- Nobody writes messages until this commits: making a trigger holds the table.
INSERT INTO message_counts
SELECT account_id, test, date_trunc('hour', created_at, 'UTC'), status,
  delivery_bucket(status, coalesce(scheduled_at, created_at), ended_at), count(*), sum(segments), sum(credits)
FROM messages GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
-- Who was here before has no clock running: what is known of their steps is taken as it is.
INSERT INTO onboarding (account_id, first_token_at, first_request_at, first_accepted_at, first_delivered_at, first_webhook_at)
SELECT a.id, t.at, coalesce(m.api_at, t.used_at), m.at, m.delivered_at, w.at
FROM accounts a
LEFT JOIN (SELECT account_id, min(created_at) AS at, min(last_used_at) AS used_at FROM tokens GROUP BY 1) t ON t.account_id = a.id
LEFT JOIN (
  SELECT account_id, min(created_at) AS at, min(created_at) FILTER (WHERE source = 'api') AS api_at,
    min(ended_at) FILTER (WHERE status = 'delivered') AS delivered_at
  FROM messages GROUP BY 1
) m ON m.account_id = a.id
LEFT JOIN (
  SELECT account_id, min(ended_at) AS at FROM webhook_deliveries WHERE status = 'delivered' GROUP BY 1
) w ON w.account_id = a.id;
