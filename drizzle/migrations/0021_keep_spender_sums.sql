CREATE TABLE "spender_hours" (
	"account_id" uuid NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"sender" text NOT NULL,
	"token_id" uuid,
	"messages" bigint NOT NULL,
	"spent" bigint NOT NULL,
	"credits" bigint NOT NULL,
	CONSTRAINT "spender_hours_key" UNIQUE NULLS NOT DISTINCT("account_id","hour","sender","token_id")
);
