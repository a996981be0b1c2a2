// The baseline of a batch: rows of the same width into a plain table by one `unnest`, with a durable commit and nothing else.
import { randomUUID } from "node:crypto";

const columns = {
  account_id: "uuid",
  id: "uuid",
  source: "text",
  test: "boolean",
  status: "text",
  sender: "text",
  recipient: "text",
  body: "text",
  encoding: "text",
  segments: "integer",
  credits: "integer",
  created_at: "timestamptz",
  priority: "smallint",
  due_at: "timestamptz",
  valid_until: "timestamptz",
};
const names = Object.keys(columns).join(", ");
const account = randomUUID();

/** Makes the table, with a primary key and the two indexes that any queue and any log of messages needs. */
export async function createRawTable(lab) {
  const defined = Object.entries(columns).map(([name, type]) => `${name} ${type} not null`);
  await lab.sql(`create table bench_rows (${defined.join(", ")}, primary key (account_id, id))`);
  await lab.sql("create index on bench_rows (account_id, due_at, id) where status = 'queued'");
  await lab.sql("create index on bench_rows (account_id, recipient, id)");
}

/** One statement that inserts the columns of `rawRows`. */
export async function insertRaw(lab, rows) {
  const arrays = Object.values(columns).map((type, place) => `$${place + 1}::${type}[]`);
  const values = Object.keys(columns).map((name) => rows.map((row) => row[name]));
  await lab.sql(
    `insert into bench_rows (${names}) select * from unnest(${arrays.join(", ")})`,
    values,
  );
}

/** Rows of a batch as a queue of messages would have them. */
export function rawRows(messages) {
  const now = new Date();
  const validUntil = new Date(now.getTime() + 86_400_000);
  return messages.map(({ from, to, body }) => ({
    account_id: account,
    id: timedId(now.getTime()),
    source: "api",
    test: false,
    status: "queued",
    sender: from,
    recipient: to,
    body,
    encoding: "GSM-7",
    segments: 1,
    credits: 1,
    created_at: now,
    priority: 1,
    due_at: now,
    valid_until: validUntil,
  }));
}

/** A UUID that begins with its time, as ours do, so that the index grows at its end. */
function timedId(ms) {
  const time = ms.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
