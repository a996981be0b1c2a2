ALTER TABLE "tokens" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Whatever a process remembers of a token is true while its version lasts. Only the notes of its use change nothing, so
-- a column that is added later counts by itself.
CREATE FUNCTION raise_token_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	notes constant text[] := '{last_used_at,last_used_address,version}';
BEGIN
	IF to_jsonb(NEW) - notes IS DISTINCT FROM to_jsonb(OLD) - notes THEN
		NEW.version := OLD.version + 1;
	ELSE
		NEW.version := OLD.version;
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER raise_token_version BEFORE UPDATE ON tokens FOR EACH ROW EXECUTE FUNCTION raise_token_version();
