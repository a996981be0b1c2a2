// Messages that have ended, written and counted by SQL: a log of millions in minutes.
const chunk = 50_000;
const days = 60;
const perDay = 86_400;

/**
 * Fills an account's log up to `count` messages, spread evenly over the last 60 days: 20 senders, four statuses, 200
 * networks' worth of numbers, texts of some words, a reference each. One text in a thousand says "needle".
 */
export async function fillLog(lab, accountId, count) {
  const [{ stored }] = await lab.sql(
    "select count(*)::int as stored from messages where account_id = $1",
    [accountId],
  );
  for (let from = stored; from < count; from += chunk) {
    const upTo = Math.min(count, from + chunk) - 1;
    await lab.sql(insertion, [accountId, from, upTo, (days * perDay) / count]);
  }
  // These messages are older than those that are there, which no accepted message ever is: their texts are indexed anew.
  await lab.sql("delete from text_segments where account_id = $1", [accountId]);
  await lab.sql("analyze messages");
}

/** An ID begins with the time of its message, 48 bits of milliseconds, as all ours do. */
const insertion = `
  with stored as (
    insert into messages (account_id, id, source, test, status, sender, recipient, body, encoding, segments, credits,
      client_ref, created_at, priority, due_at, valid_until, attempts, carrier, carrier_ref, sent_at, ended_at, reason,
      operator)
    select $1::uuid, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3) || '8' ||
        substr(hash, 4, 15))::uuid,
      'api', false, status, 'Sender' || n % 20, '48732' || lpad((n % 200000)::text, 6, '0'),
      'Your login code is ' || n || case when n % 1000 = 7 then ', the needle of ' else ', sent by ' end || substr(hash, 1, 8),
      'GSM-7', 1, 1, 'order-' || n, at, 1, at, at + interval '1 day', 1, 'simulator', 'sim_' || hash, at, at + interval '2 seconds',
      case when status = 'delivered' then null else 'unknown_subscriber' end, 'Play'
    from (
      select n, md5($1::uuid::text || n) as hash,
        date_trunc('milliseconds', now() - (n + 1) * $4::float8 * interval '1 second') as at,
        (array['failed', 'expired', 'bounced', 'delivered'])[least(4, 1 + n % 40)] as status
      from generate_series($2::int, $3::int) as n
    ) as made
    returning *
  )
  insert into message_deltas (account_id, test, hour, status, bucket, messages, segments, credits)
  select account_id, test, date_trunc('hour', created_at, 'UTC'), status, delivery_bucket(status, created_at, ended_at),
    count(*), sum(segments), sum(credits)
  from stored group by 1, 2, 3, 4, 5`;
