-- Nobody changes messages until this commits: what is counted the old way is put right below.
LOCK TABLE messages IN SHARE ROW EXCLUSIVE MODE;
--> statement-breakpoint
-- Credits are those that stayed spent: a message that was paid back, cancelled or expired before it left, counts none.
CREATE OR REPLACE FUNCTION count_messages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO message_deltas
    SELECT account_id, test, date_trunc('hour', created_at, 'UTC'), status,
      delivery_bucket(status, coalesce(scheduled_at, created_at), ended_at), count(*), sum(segments),
      sum(CASE WHEN refund_id IS NULL THEN credits ELSE 0 END)
    FROM added GROUP BY 1, 2, 3, 4, 5;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO message_deltas
    SELECT account_id, test, date_trunc('hour', created_at, 'UTC'), status,
      delivery_bucket(status, coalesce(scheduled_at, created_at), ended_at), sum(sign), sum(sign * segments), sum(sign * spent)
    FROM (
      SELECT account_id, test, created_at, scheduled_at, ended_at, status, segments,
        CASE WHEN refund_id IS NULL THEN credits ELSE 0 END AS spent, 1 AS sign FROM added
      UNION ALL
      SELECT account_id, test, created_at, scheduled_at, ended_at, status, segments,
        CASE WHEN refund_id IS NULL THEN credits ELSE 0 END, -1 FROM removed
    ) changed
    GROUP BY 1, 2, 3, 4, 5
    HAVING sum(sign) <> 0 OR sum(sign * segments) <> 0 OR sum(sign * spent) <> 0;
  ELSE
    INSERT INTO message_deltas
    SELECT account_id, test, date_trunc('hour', created_at, 'UTC'), status,
      delivery_bucket(status, coalesce(scheduled_at, created_at), ended_at), -count(*), -sum(segments),
      -sum(CASE WHEN refund_id IS NULL THEN credits ELSE 0 END)
    FROM removed GROUP BY 1, 2, 3, 4, 5;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
INSERT INTO message_deltas
SELECT account_id, test, date_trunc('hour', created_at, 'UTC'), status,
  delivery_bucket(status, coalesce(scheduled_at, created_at), ended_at), 0, 0, -sum(credits)
FROM messages WHERE refund_id IS NOT NULL AND credits > 0 GROUP BY 1, 2, 3, 4, 5;
