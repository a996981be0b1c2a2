-- From here on each statement that writes messages writes what it changed of the counts. Dropping a trigger waits for those
-- that are under way, which the triggers still count, and holds up the others until this commits.
DROP TRIGGER messages_count_added ON messages;
--> statement-breakpoint
DROP TRIGGER messages_count_changed ON messages;
--> statement-breakpoint
DROP TRIGGER messages_count_removed ON messages;
--> statement-breakpoint
DROP FUNCTION count_messages();
