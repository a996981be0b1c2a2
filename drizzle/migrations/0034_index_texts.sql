CREATE TABLE "text_segments" (
	"account_id" uuid NOT NULL,
	"last_id" uuid NOT NULL,
	"after_id" uuid NOT NULL,
	"messages" integer NOT NULL,
	"starts" uuid[] NOT NULL,
	"positions" integer NOT NULL,
	"bits" "bytea" NOT NULL,
	CONSTRAINT "text_segments_account_id_last_id_pk" PRIMARY KEY("account_id","last_id")
);
--> statement-breakpoint
CREATE INDEX "messages_reason" ON "messages" USING btree ("account_id","reason","id") WHERE "messages"."reason" is not null;--> statement-breakpoint
CREATE INDEX "messages_carrier_code" ON "messages" USING btree ("account_id",lower("carrier_code"),"id") WHERE "messages"."carrier_code" is not null;--> statement-breakpoint
-- A search reads a few bytes here and there of these: uncompressed, PostgreSQL fetches only the pages that have them.
ALTER TABLE "text_segments" ALTER COLUMN "bits" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "text_segments" ALTER COLUMN "starts" SET STORAGE EXTERNAL;
