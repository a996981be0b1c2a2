CREATE TABLE "cost_days" (
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"sender" text NOT NULL,
	"token_id" uuid,
	"campaign_id" uuid,
	"country" text NOT NULL,
	"messages" bigint NOT NULL,
	"refunded_messages" bigint NOT NULL,
	"charged" bigint NOT NULL,
	"refunded" bigint NOT NULL,
	CONSTRAINT "cost_days_key" UNIQUE NULLS NOT DISTINCT("account_id","day","sender","token_id","campaign_id","country")
);
--> statement-breakpoint
CREATE TABLE "cost_marks" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "token_spending" (
	"account_id" uuid NOT NULL,
	"token_id" uuid NOT NULL,
	"day" date NOT NULL,
	"credits" bigint NOT NULL,
	CONSTRAINT "token_spending_account_id_token_id_pk" PRIMARY KEY("account_id","token_id")
);
--> statement-breakpoint
DROP TABLE "spender_hours" CASCADE;--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "daily_limit" bigint;