CREATE TABLE "balance_alerts" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"below_credits" bigint,
	"below_days" integer,
	"low_since" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "payment_events" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"type" text NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"session_id" text,
	"status" text DEFAULT 'open' NOT NULL,
	"credits" bigint NOT NULL,
	"rate_micros" integer NOT NULL,
	"currency" text NOT NULL,
	"net_cents" bigint NOT NULL,
	"vat_cents" bigint NOT NULL,
	"gross_cents" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"paid_at" timestamp (3) with time zone,
	CONSTRAINT "payments_session" UNIQUE("session_id"),
	CONSTRAINT "payments_add_up" CHECK ("payments"."net_cents" + "payments"."vat_cents" = "payments"."gross_cents")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "movements" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD COLUMN "number" bigint;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD COLUMN "balance" bigint;--> statement-breakpoint
-- The movements there are already get the order of their ids. Nothing about the money changes.
ALTER TABLE "ledger_transactions" DISABLE TRIGGER ledger_transactions_append_only;--> statement-breakpoint
UPDATE "ledger_transactions" t SET "number" = m.number, "balance" = m.balance
  FROM (
    SELECT t.account_id, t.id,
      row_number() OVER moved AS number,
      sum(coalesce(e.amount, 0)) OVER moved AS balance
    FROM "ledger_transactions" t LEFT JOIN "ledger_entries" e
      ON e.account_id = t.account_id AND e.transaction_id = t.id AND e.ledger = 'customer'
    WINDOW moved AS (PARTITION BY t.account_id ORDER BY t.id)
  ) m
  WHERE m.account_id = t.account_id AND m.id = t.id;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ENABLE TRIGGER ledger_transactions_append_only;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ALTER COLUMN "number" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ALTER COLUMN "balance" SET NOT NULL;--> statement-breakpoint
UPDATE "accounts" a SET "movements" = m.newest
  FROM (SELECT account_id, max("number") AS newest FROM "ledger_transactions" GROUP BY account_id) m
  WHERE m.account_id = a.id;--> statement-breakpoint
CREATE INDEX "payments_paid" ON "payments" USING btree ("account_id","paid_at") WHERE "payments"."status" = 'paid';--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transactions_number" ON "ledger_transactions" USING btree ("account_id","number");--> statement-breakpoint
CREATE INDEX "ledger_transactions_gains" ON "ledger_transactions" USING btree ("account_id","id") WHERE "ledger_transactions"."kind" in ('grant', 'topup');--> statement-breakpoint
CREATE INDEX "messages_refund" ON "messages" USING btree ("account_id","refund_id") WHERE "messages"."refund_id" is not null;