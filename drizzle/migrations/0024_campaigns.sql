CREATE TABLE "campaign_rows" (
	"account_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"state" text DEFAULT 'unchecked' NOT NULL,
	"detail" text,
	"recipient" text,
	"country" text,
	"segments" integer DEFAULT 0 NOT NULL,
	"credits" integer DEFAULT 0 NOT NULL,
	"client_ref" text,
	"message_id" uuid,
	"ended" text,
	"refund_id" uuid,
	CONSTRAINT "campaign_rows_account_id_campaign_id_position_pk" PRIMARY KEY("account_id","campaign_id","position")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"key" uuid,
	"request_hash" text,
	"status" text NOT NULL,
	"test" boolean NOT NULL,
	"source" text NOT NULL,
	"token_id" uuid,
	"sender" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"columns" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"mapping" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"default_country" text,
	"file_name" text,
	"rows" integer DEFAULT 0 NOT NULL,
	"scheduled_at" timestamp (3) with time zone,
	"rate" integer,
	"quiet_from" text,
	"quiet_until" text,
	"revision" integer DEFAULT 0 NOT NULL,
	"checked_revision" integer,
	"check_id" uuid,
	"checking_until" timestamp (3) with time zone,
	"summary" jsonb,
	"charge_id" uuid,
	"reserved_credits" integer DEFAULT 0 NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"countries" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"figures" jsonb,
	"next_at" timestamp (3) with time zone,
	"wait_reason" text,
	"wait_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"paused_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "campaigns_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "campaigns_rate_positive" CHECK ("campaigns"."rate" > 0)
);
--> statement-breakpoint
CREATE TABLE "contact_group_members" (
	"account_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	CONSTRAINT "contact_group_members_account_id_group_id_contact_id_pk" PRIMARY KEY("account_id","group_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "contact_groups" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_groups_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contacts_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "templates_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE INDEX "campaign_rows_waiting" ON "campaign_rows" USING btree ("account_id","campaign_id","position") WHERE "campaign_rows"."state" = 'ready' and "campaign_rows"."message_id" is null and "campaign_rows"."ended" is null;--> statement-breakpoint
CREATE INDEX "campaign_rows_ended" ON "campaign_rows" USING btree ("account_id","campaign_id","ended") WHERE "campaign_rows"."ended" is not null;--> statement-breakpoint
CREATE INDEX "campaign_rows_message" ON "campaign_rows" USING btree ("account_id","message_id") WHERE "campaign_rows"."message_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_key" ON "campaigns" USING btree ("account_id","key");--> statement-breakpoint
CREATE INDEX "campaigns_active" ON "campaigns" USING btree ("account_id","id") WHERE "campaigns"."status" <> 'draft' and "campaigns"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "campaigns_unchecked" ON "campaigns" USING btree ("account_id","id") WHERE "campaigns"."status" = 'draft' and "campaigns"."checked_revision" is distinct from "campaigns"."revision";--> statement-breakpoint
CREATE INDEX "contact_group_members_contact" ON "contact_group_members" USING btree ("account_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_groups_name" ON "contact_groups" USING btree ("account_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_number" ON "contacts" USING btree ("account_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "templates_name" ON "templates" USING btree ("account_id","name");--> statement-breakpoint
CREATE INDEX "messages_send_open" ON "messages" USING btree ("account_id","send_id","status") WHERE "messages"."send_id" is not null and "messages"."status" in ('scheduled', 'queued', 'sending', 'sent', 'unknown');