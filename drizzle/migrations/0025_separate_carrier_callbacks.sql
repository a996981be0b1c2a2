CREATE TABLE "common_callbacks" (
	"carrier" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "carrier_minutes" ADD COLUMN "window_used" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "carrier_minutes" ADD COLUMN "window_size" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Who was given an address with the common secret: a loose scan, for there may be millions of messages.
INSERT INTO "common_callbacks" ("carrier")
WITH RECURSIVE "walk" AS (
	(SELECT "carrier" FROM "carrier_messages" ORDER BY "carrier" LIMIT 1)
	UNION ALL
	SELECT (SELECT "carrier" FROM "carrier_messages" WHERE "carrier" > "walk"."carrier" ORDER BY "carrier" LIMIT 1)
	FROM "walk" WHERE "walk"."carrier" IS NOT NULL
)
SELECT "carrier" FROM "walk" WHERE "carrier" IS NOT NULL
UNION SELECT "carrier" FROM "carrier_states"
UNION SELECT "carrier" FROM "carrier_minutes"
UNION SELECT "carrier" FROM "numbers";
