-- Nobody records a transaction until this commits, so the totals below miss none.
LOCK TABLE ledger_entries IN SHARE ROW EXCLUSIVE MODE;
--> statement-breakpoint
CREATE TABLE "ledger_totals" (
	"account_id" uuid NOT NULL,
	"month" date NOT NULL,
	"kind" text NOT NULL,
	"credits" bigint NOT NULL,
	CONSTRAINT "ledger_totals_account_id_month_kind_pk" PRIMARY KEY("account_id","month","kind")
);
--> statement-breakpoint
CREATE TABLE "payment_disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "payment_refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"amount_cents" bigint NOT NULL,
	"failed" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
DROP INDEX "ledger_transactions_gains";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "owed" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "intent_id" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "refunded_cents" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "reversed_credits" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "payment_refunds_payment" ON "payment_refunds" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_gains" ON "ledger_transactions" USING btree ("account_id","id") WHERE "ledger_transactions"."kind" in ('grant', 'topup', 'reversal');--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_intent" UNIQUE("intent_id");--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_owed_not_negative" CHECK ("accounts"."owed" >= 0);
--> statement-breakpoint
INSERT INTO ledger_totals (account_id, month, kind, credits)
SELECT t.account_id, date_trunc('month', t.created_at, 'UTC') AT TIME ZONE 'UTC', t.kind, sum(e.amount)
FROM ledger_transactions t JOIN ledger_entries e
  ON e.account_id = t.account_id AND e.transaction_id = t.id AND e.ledger = 'customer'
GROUP BY 1, 2, 3;
