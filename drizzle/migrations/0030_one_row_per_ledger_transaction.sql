-- Nobody records a transaction until this commits, so that each has its entries.
LOCK TABLE ledger_transactions, ledger_entries IN ACCESS EXCLUSIVE MODE;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD COLUMN "gain" bigint;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD COLUMN "against" text;--> statement-breakpoint
-- Each transaction says by itself what its two entries said. Nothing about the money changes.
ALTER TABLE "ledger_transactions" DISABLE TRIGGER ledger_transactions_append_only;--> statement-breakpoint
UPDATE "ledger_transactions" t SET "gain" = e.amount, "against" = other.ledger
  FROM "ledger_entries" e JOIN "ledger_entries" other
    ON other.account_id = e.account_id AND other.transaction_id = e.transaction_id AND other.ledger <> 'customer'
  WHERE e.account_id = t.account_id AND e.transaction_id = t.id AND e.ledger = 'customer';--> statement-breakpoint
ALTER TABLE "ledger_transactions" ENABLE TRIGGER ledger_transactions_append_only;--> statement-breakpoint
ALTER TABLE "ledger_entries" RENAME TO "stored_entries";--> statement-breakpoint
CREATE VIEW "public"."ledger_entries" AS (
  select account_id, id as transaction_id, 'customer' as ledger, gain as amount from ledger_transactions
  union all
  select account_id, id, against, -gain from ledger_transactions);--> statement-breakpoint
-- The view has the entries there were, all of them and no others; otherwise everything stays as it was.
DO $$
BEGIN
  IF EXISTS (
    SELECT FROM "stored_entries" e FULL JOIN "ledger_entries" v USING (account_id, transaction_id, ledger)
    WHERE e.amount IS DISTINCT FROM v.amount
  ) THEN
    RAISE EXCEPTION 'a ledger transaction has other entries than one of its customer and one that balances it';
  END IF;
END
$$;--> statement-breakpoint
DROP TABLE "stored_entries" CASCADE;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ALTER COLUMN "gain" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ALTER COLUMN "against" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_against_is_kind" CHECK (("ledger_transactions"."kind", "ledger_transactions"."against") in (('grant', 'granted'), ('topup', 'paid'), ('charge', 'spent'),
        ('refund', 'refunded'), ('reversal', 'paid')));
--> statement-breakpoint
DROP INDEX "simulator_reports_due";--> statement-breakpoint
ALTER TABLE "simulator_reports" DROP CONSTRAINT "simulator_reports_pkey";--> statement-breakpoint
ALTER TABLE "simulator_reports" ADD CONSTRAINT "simulator_reports_due_at_id_pk" PRIMARY KEY("due_at","id");--> statement-breakpoint
ALTER TABLE "simulator_reports" DROP COLUMN "attempts";--> statement-breakpoint
ALTER TABLE "simulator_reports" DROP COLUMN "lease_id";--> statement-breakpoint
ALTER TABLE "simulator_reports" DROP COLUMN "lease_until";--> statement-breakpoint
-- No row is changed before it is deleted: none needs room on its page.
ALTER TABLE "simulator_reports" RESET (fillfactor);
