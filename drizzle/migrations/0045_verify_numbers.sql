CREATE TABLE "verifications" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"test" boolean NOT NULL,
	"status" text NOT NULL,
	"recipient" text NOT NULL,
	"decoy" boolean NOT NULL,
	"code_length" smallint NOT NULL,
	"checks" smallint DEFAULT 0 NOT NULL,
	"sends" smallint DEFAULT 0 NOT NULL,
	"message_id" uuid,
	"client_ref" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"event_id" uuid,
	CONSTRAINT "verifications_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "verifications_pending" ON "verifications" USING btree ("account_id","test","recipient") WHERE "verifications"."status" = 'pending' and not "verifications"."decoy";--> statement-breakpoint
CREATE UNIQUE INDEX "verifications_decoy" ON "verifications" USING btree ("account_id","test","recipient") WHERE "verifications"."decoy";--> statement-breakpoint
CREATE INDEX "verifications_recipient" ON "verifications" USING btree ("account_id","recipient","id");--> statement-breakpoint
CREATE INDEX "verifications_due" ON "verifications" USING btree ("account_id","expires_at") WHERE "verifications"."status" = 'pending' and not "verifications"."decoy";--> statement-breakpoint
CREATE INDEX "verifications_decoys_due" ON "verifications" USING btree ("account_id","expires_at") WHERE "verifications"."decoy";--> statement-breakpoint
CREATE INDEX "verifications_oldest" ON "verifications" USING btree ("account_id","created_at");