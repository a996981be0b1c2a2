CREATE TABLE "audit_checkpoints" (
	"account_id" uuid NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"number" bigint NOT NULL,
	"balance" bigint NOT NULL,
	"totals" bigint NOT NULL,
	"messages" bigint NOT NULL,
	"ends" bigint NOT NULL,
	"counted" bigint NOT NULL,
	"segments" bigint NOT NULL,
	"credits" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_checkpoints_until_account_id_pk" PRIMARY KEY("until","account_id")
);
