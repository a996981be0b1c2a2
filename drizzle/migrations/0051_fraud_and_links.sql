CREATE TABLE "verification_countries" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"countries" text[] NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verification_stops" (
	"account_id" uuid NOT NULL,
	"prefix" text NOT NULL,
	"country" text,
	"reason" text NOT NULL,
	"started" integer NOT NULL,
	"approved" integer NOT NULL,
	"stopped_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "verification_stops_account_id_prefix_pk" PRIMARY KEY("account_id","prefix")
);
--> statement-breakpoint
CREATE TABLE "short_links" (
	"code" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"message_id" uuid,
	"send_id" uuid,
	"target" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"opens" integer DEFAULT 0 NOT NULL,
	"previews" integer DEFAULT 0 NOT NULL,
	"first_opened_at" timestamp (3) with time zone,
	"last_opened_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "verification_stops_untold" ON "verification_stops" USING btree ("account_id","stopped_at") WHERE "verification_stops"."told_at" is null;--> statement-breakpoint
CREATE INDEX "verification_stops_over" ON "verification_stops" USING btree ("account_id","until");--> statement-breakpoint
CREATE INDEX "short_links_message" ON "short_links" USING btree ("account_id","message_id");--> statement-breakpoint
CREATE INDEX "short_links_send" ON "short_links" USING btree ("account_id","send_id") WHERE "short_links"."send_id" is not null;--> statement-breakpoint
CREATE INDEX "short_links_oldest" ON "short_links" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "verifications_narrow" ON "verifications" USING btree ("account_id",left("recipient", -4),"created_at") WHERE not "verifications"."decoy" and not "verifications"."test";--> statement-breakpoint
CREATE INDEX "verifications_wide" ON "verifications" USING btree ("account_id",left("recipient", -6),"created_at") WHERE not "verifications"."decoy" and not "verifications"."test";