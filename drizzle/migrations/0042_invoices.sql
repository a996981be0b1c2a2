CREATE TABLE "buyers" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"tax_id" text
);
--> statement-breakpoint
CREATE TABLE "invoice_numbers" (
	"series" text NOT NULL,
	"year" integer NOT NULL,
	"last" bigint NOT NULL,
	CONSTRAINT "invoice_numbers_series_year_pk" PRIMARY KEY("series","year")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"payment_id" uuid NOT NULL,
	"corrects_id" uuid,
	"issued_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seller_name" text,
	"seller_address" text,
	"seller_tax_id" text,
	"buyer_name" text,
	"buyer_address" text,
	"buyer_tax_id" text,
	"credits" bigint NOT NULL,
	"rate_micros" integer NOT NULL,
	"vat_percent" integer NOT NULL,
	"currency" text NOT NULL,
	"net_cents" bigint NOT NULL,
	"vat_cents" bigint NOT NULL,
	"gross_cents" bigint NOT NULL,
	CONSTRAINT "invoices_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "invoices_add_up" CHECK ("invoices"."net_cents" + "invoices"."vat_cents" = "invoices"."gross_cents"),
	CONSTRAINT "invoices_correct_one" CHECK (("invoices"."kind" = 'correction') = ("invoices"."corrects_id" is not null))
);
--> statement-breakpoint
CREATE INDEX "invoices_payment" ON "invoices" USING btree ("account_id","payment_id");--> statement-breakpoint
-- What was issued is never changed: a refund gets a correction.
CREATE TRIGGER invoices_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "invoices"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
