CREATE TABLE "activity_events" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_label" text,
	"address" text,
	"user_agent" text,
	"action" text NOT NULL,
	"target_id" text,
	"target_label" text,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "activity_events_account_id_id_pk" PRIMARY KEY("account_id","id")
) PARTITION BY RANGE ("id");
--> statement-breakpoint
CREATE INDEX "activity_events_newest" ON "activity_events" USING btree ("id");--> statement-breakpoint
CREATE INDEX "activity_events_action" ON "activity_events" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "activity_events_actor" ON "activity_events" USING btree ("actor_label","id");--> statement-breakpoint
CREATE INDEX "activity_events_admins" ON "activity_events" USING btree ("actor_id") WHERE "activity_events"."actor_kind" = 'admin';--> statement-breakpoint
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
			EXECUTE format('CREATE TABLE %I PARTITION OF "activity_events" FOR VALUES FROM (MINVALUE) TO (%L)',
				'activity_events_until_' || to_char("month", 'YYYY_MM'), "next");
		ELSE
			EXECUTE format('CREATE TABLE %I PARTITION OF "activity_events" FOR VALUES FROM (%L) TO (%L)',
				'activity_events_' || to_char("month" + make_interval(months => "ahead"), 'YYYY_MM'), "start", "next");
		END IF;
		"start" := "next";
	END LOOP;
	CREATE TABLE "activity_events_default" PARTITION OF "activity_events" DEFAULT;
END $$;--> statement-breakpoint
-- An event stays what it was. Only what names a person may become empty, as erasing an account asks for; and from the
-- default partition the upkeep of months moves rows to their month, and deletes what is too old.
CREATE FUNCTION refuse_activity_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		IF (NEW.account_id, NEW.id, NEW.at, NEW.actor_kind, NEW.actor_id, NEW.action, NEW.target_id)
			IS NOT DISTINCT FROM (OLD.account_id, OLD.id, OLD.at, OLD.actor_kind, OLD.actor_id, OLD.action, OLD.target_id)
			AND (NEW.actor_label IS NULL OR NEW.actor_label IS NOT DISTINCT FROM OLD.actor_label)
			AND (NEW.address IS NULL OR NEW.address IS NOT DISTINCT FROM OLD.address)
			AND (NEW.user_agent IS NULL OR NEW.user_agent IS NOT DISTINCT FROM OLD.user_agent)
			AND (NEW.target_label IS NULL OR NEW.target_label IS NOT DISTINCT FROM OLD.target_label)
			AND (NEW.before IS NULL OR NEW.before IS NOT DISTINCT FROM OLD.before)
			AND (NEW.after IS NULL OR NEW.after IS NOT DISTINCT FROM OLD.after)
		THEN
			RETURN NEW;
		END IF;
	ELSIF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'activity_events_default' THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION 'the activity log is append-only: % on % refused', TG_OP, TG_TABLE_NAME;
END
$$;--> statement-breakpoint
CREATE TRIGGER activity_events_append_only BEFORE UPDATE OR DELETE ON "activity_events"
	FOR EACH ROW EXECUTE FUNCTION refuse_activity_change();--> statement-breakpoint
CREATE TRIGGER activity_events_kept_whole BEFORE TRUNCATE ON "activity_events"
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_activity_change();
