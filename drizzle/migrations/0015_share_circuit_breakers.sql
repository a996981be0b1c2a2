CREATE TABLE "carrier_attempts" (
	"carrier" text NOT NULL,
	"slot" smallint NOT NULL,
	"second" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"failures" integer NOT NULL,
	"certain" integer NOT NULL,
	"detail" text,
	CONSTRAINT "carrier_attempts_carrier_slot_pk" PRIMARY KEY("carrier","slot")
);
--> statement-breakpoint
ALTER TABLE "carrier_states" ADD COLUMN "state" text DEFAULT 'closed' NOT NULL;--> statement-breakpoint
UPDATE "carrier_states" SET "state" = 'open' WHERE "reason" IS NOT NULL;
