ALTER TABLE "users" ALTER COLUMN "language" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "language" DROP NOT NULL;--> statement-breakpoint
-- Until now English stood for "never chose".
UPDATE "users" SET "language" = NULL WHERE "language" = 'en';
