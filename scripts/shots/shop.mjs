// A small shop after a month: two endpoints, a token, messages in every state, and what it has sent in the weeks before.
import { randomBytes } from "node:crypto";
import pg from "pg";

export const owner = "anna@example.com";
export const newcomer = "new@example.com";
export const password = "correct horse battery";

const dayMs = 86_400_000;

/** Resolves to the ids that screens are opened with. */
export async function seedShop({ url, cli, databaseUrl }, outside) {
  const account = ["account", "create", "--password", password];
  await cli(...account, "--email", owner, "--credits", "4200");
  await cli(...account, "--email", newcomer);
  await addHistory(databaseUrl());
  const token = ["token", "create", "--email", owner, "--name", "Web shop"];
  const { token: bearer } = await cli(...token, "--scopes", "send,read,manage");
  for (const [path, description] of [
    ["orders", "Order system"],
    ["billing", "Billing"],
  ]) {
    const endpoint = ["--url", `${outside.url}/${path}`, "--description", description];
    await cli("webhook", "create", "--email", owner, ...endpoint);
  }
  const call = caller(url, bearer);
  const sent = await sendToday(call);
  await ended(call, sent[4].message_id);
  const { data: endpoints } = await call("GET", "/api/webhook-endpoints");
  const idOf = (name) => endpoints.find(({ description }) => description === name).id;
  return {
    messageId: sent[2].message_id,
    healthyId: idOf("Order system"),
    endpointId: idOf("Billing"),
  };
}

const orderTexts = [
  "Order # leaves today.",
  "Order # is at the counter until Friday 18:00.",
  "Thank you for order #. We pack it this afternoon.",
  "Order # arrives tomorrow between 9:00 and 12:00.",
  "The courier has order # and calls before 16:00.",
];

async function sendToday(call) {
  const inAWeek = new Date(Date.now() + 7 * dayMs).toISOString();
  const texts = [
    ["48732129000", "Your login code: 482910", {}],
    ["48500000002", "Your parcel waits at the counter until Friday.", {}],
    [
      "48600100200",
      "Zażółć gęślą jaźń: zamówienie 4417 wyszło z magazynu.",
      { client_ref: "order 4417" },
    ],
    ["48500000004", "Reminder: your appointment is tomorrow at 10:30.", {}],
    ["48500000003", "Order 4418 is on its way and arrives between 9:00 and 12:00.", {}],
    ["48732129001", "Season tickets stay valid for two weeks longer.", { scheduled_at: inAWeek }],
    ["48500000007", "Your table is booked for 19:00.", {}],
    ["48732129002", `Terms: ${"a longer text that takes more than one segment. ".repeat(5)}`, {}],
  ];
  for (let order = 4500; order < 4560; order += 1) {
    const from = order % 3 ? "Bookshop" : "YourBrand";
    const to = `4873212${order + 4600}`;
    const body = orderTexts[order % orderTexts.length].replace("#", String(order));
    await call("POST", "/api/sms", { from, to, body });
  }
  const sent = [];
  for (const [to, body, more] of texts) {
    sent.push(await call("POST", "/api/sms", { from: "YourBrand", to, body, ...more }));
  }
  return sent;
}

/** Messages of the last four weeks as they would be now, fewer at weekends. They cost nothing: the ledger has no part in them. */
async function addHistory(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const found = await client.query("select account_id as id from users where email = $1", [owner]);
  const [account] = found.rows;
  const rows = [];
  for (let day = 28; day >= 1; day -= 1) {
    const startMs = Date.now() - day * dayMs;
    const count = new Date(startMs).getUTCDay() % 6 === 0 ? 14 : 38 + ((day * 37) % 23);
    for (let place = 0; place < count; place += 1) {
      rows.push(pastMessage(account.id, startMs + place * 97_000, place));
    }
  }
  const columns = Object.keys(rows[0]).join(", ");
  await client.query(
    `with stored as (
      insert into messages (${columns}) select ${columns} from jsonb_populate_recordset(null::messages, $1) returning *
    )
    insert into message_deltas (account_id, test, hour, status, bucket, messages, segments, credits)
    select account_id, test, date_trunc('hour', created_at, 'UTC'), status, delivery_bucket(status, created_at, ended_at),
      count(*), sum(segments), sum(credits)
    from stored group by 1, 2, 3, 4, 5`,
    [JSON.stringify(rows)],
  );
  await client.end();
}

function pastMessage(accountId, atMs, place) {
  const status = { 7: "failed", 26: "failed", 11: "expired" }[place] ?? "delivered";
  const at = new Date(atMs);
  return {
    account_id: accountId,
    id: idAt(atMs),
    source: "api",
    test: false,
    status,
    sender: "Bookshop",
    recipient: `4873212${1000 + (((atMs / 1000) % 9000) | 0)}`,
    body: `Order ${3000 + place} leaves today.`,
    encoding: "GSM-7",
    segments: 1,
    credits: 0,
    created_at: at,
    due_at: at,
    valid_until: new Date(atMs + dayMs),
    sent_at: new Date(atMs + 300),
    ended_at: new Date(atMs + 900 + (place % 7) * 400),
    reason: status === "failed" ? "unknown_subscriber" : null,
  };
}

/** An id as it would have been made then. */
function idAt(ms) {
  const hex = ms.toString(16).padStart(12, "0") + randomBytes(10).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function caller(url, token) {
  return async (method, path, body) => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json();
  };
}

async function ended(call, messageId) {
  for (;;) {
    const { ended_at } = await call("GET", `/api/sms/${messageId}`);
    if (ended_at !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
