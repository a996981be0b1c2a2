CREATE TABLE "sends" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"key" uuid NOT NULL,
	"recipients" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sends_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "sends_recipients_positive" CHECK ("sends"."recipients" > 0)
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "send_id" uuid;--> statement-breakpoint
CREATE UNIQUE INDEX "sends_key" ON "sends" USING btree ("account_id","key");--> statement-breakpoint
CREATE INDEX "messages_send" ON "messages" USING btree ("account_id","send_id","id") WHERE "messages"."send_id" is not null;