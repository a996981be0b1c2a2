ALTER TABLE "carrier_minutes" ADD COLUMN "window_used" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "carrier_minutes" ADD COLUMN "window_size" integer DEFAULT 0 NOT NULL;