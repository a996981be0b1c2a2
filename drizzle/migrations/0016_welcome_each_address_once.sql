CREATE TABLE "welcomed_addresses" (
	"hash" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "welcome_withheld" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "device_generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- The addresses of the accounts so far, in the form that normalizeAddress in lib/accounts gives them.
INSERT INTO "welcomed_addresses" ("hash")
SELECT DISTINCT encode(sha256(convert_to(
  translate(mailbox, coalesce(ignored, ''), '') || '@' || coalesce(canonical, domain), 'UTF8')), 'hex')
FROM (
  SELECT regexp_replace(split_part(email, '@', 1), '^([^+]+)\+.*$', '\1') AS mailbox,
    split_part(email, '@', 2) AS domain
  FROM "users"
) AS addresses
LEFT JOIN (VALUES
  ('gmail.com', 'gmail.com', '.'),
  ('googlemail.com', 'gmail.com', '.'),
  ('proton.me', 'proton.me', '._-'),
  ('protonmail.com', 'proton.me', '._-'),
  ('protonmail.ch', 'proton.me', '._-'),
  ('pm.me', 'proton.me', '._-'),
  ('icloud.com', 'icloud.com', ''),
  ('me.com', 'icloud.com', ''),
  ('mac.com', 'icloud.com', '')
) AS providers (domain, canonical, ignored) USING (domain)
ON CONFLICT DO NOTHING;
