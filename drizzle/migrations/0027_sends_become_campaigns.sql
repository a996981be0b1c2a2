-- What was sent to many is a campaign that has ended: its messages carry its ID already. What of them still waits leaves
-- at its time and can be cancelled one by one, as before; only then are the figures counted anew whenever it is looked at.
INSERT INTO "campaigns" ("account_id", "id", "name", "key", "status", "test", "source", "sender", "body", "columns",
	"mapping", "rows", "revision", "checked_revision", "reserved_credits", "people", "figures", "created_at", "updated_at",
	"started_at", "ended_at")
SELECT "s"."account_id", "s"."id", "s"."name",
	CASE WHEN NOT EXISTS (
		SELECT 1 FROM "campaigns" "c" WHERE "c"."account_id" = "s"."account_id" AND "c"."key" = "s"."key"
	) THEN "s"."key" END,
	'finished', "m"."test", 'panel', "m"."sender", "m"."body", '[""]', '["to"]', "m"."messages", 1, 1, "m"."credits",
	"m"."messages",
	CASE WHEN NOT "m"."is_open" THEN jsonb_build_object(
		'statuses', (
			SELECT jsonb_object_agg("n"."status", "n"."messages") FROM (
				SELECT "status", count(*) AS "messages" FROM "messages" "x"
				WHERE "x"."account_id" = "s"."account_id" AND "x"."send_id" = "s"."id" GROUP BY "status"
			) "n"
		),
		'handedOver', "m"."handed_over", 'recent', 0, 'optedOut', 0, 'notSent', 0, 'givenBack', "m"."given_back"
	) END,
	"s"."created_at", now(), "s"."created_at", coalesce("m"."ended_at", "s"."created_at")
FROM "sends" "s"
CROSS JOIN LATERAL (
	SELECT count(*)::integer AS "messages", bool_and("test") AS "test", sum("credits")::integer AS "credits",
		bool_or("status" IN ('scheduled', 'queued', 'sending', 'sent', 'unknown')) AS "is_open",
		count(*) FILTER (WHERE "offered_at" IS NOT NULL OR "sent_at" IS NOT NULL) AS "handed_over",
		coalesce(sum("credits") FILTER (WHERE "refund_id" IS NOT NULL), 0) AS "given_back",
		max("ended_at") AS "ended_at", coalesce(max("sender"), '') AS "sender",
		-- That of a message whose recipient was erased is gone.
		coalesce((array_agg("body" ORDER BY "id") FILTER (WHERE "recipient" <> 'erased'))[1], '') AS "body"
	FROM "messages"
	WHERE "account_id" = "s"."account_id" AND "send_id" = "s"."id"
) "m"
WHERE "m"."messages" > 0;--> statement-breakpoint
INSERT INTO "campaign_rows" ("account_id", "campaign_id", "position", "cells", "state", "recipient", "segments", "credits",
	"client_ref", "message_id")
SELECT "s"."account_id", "s"."id", row_number() OVER (PARTITION BY "s"."account_id", "s"."id" ORDER BY "m"."id"),
	jsonb_build_array(CASE WHEN "m"."recipient" = 'erased' THEN '' ELSE '+' || "m"."recipient" END), 'ready',
	"m"."recipient", "m"."segments", "m"."credits", "m"."client_ref", "m"."id"
FROM "sends" "s"
JOIN "messages" "m" ON "m"."account_id" = "s"."account_id" AND "m"."send_id" = "s"."id";--> statement-breakpoint
DROP TABLE "sends" CASCADE;
