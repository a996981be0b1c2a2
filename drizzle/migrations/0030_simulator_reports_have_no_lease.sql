DROP INDEX "simulator_reports_due";--> statement-breakpoint
ALTER TABLE "simulator_reports" DROP CONSTRAINT "simulator_reports_pkey";--> statement-breakpoint
ALTER TABLE "simulator_reports" ADD CONSTRAINT "simulator_reports_due_at_id_pk" PRIMARY KEY("due_at","id");--> statement-breakpoint
ALTER TABLE "simulator_reports" DROP COLUMN "attempts";--> statement-breakpoint
ALTER TABLE "simulator_reports" DROP COLUMN "lease_id";--> statement-breakpoint
ALTER TABLE "simulator_reports" DROP COLUMN "lease_until";--> statement-breakpoint
-- No row is changed before it is deleted: none needs room on its page.
ALTER TABLE "simulator_reports" RESET (fillfactor);
