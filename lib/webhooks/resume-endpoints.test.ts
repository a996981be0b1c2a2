import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { migrate } from "../database/migrate";
import { migrateBefore } from "../testing/migrate-before";
import { mintAccount } from "../testing/mint-account";
import { runSql } from "../testing/run-sql";
import { createEndpoint } from "./create-endpoint";
import { deleteEndpoint } from "./delete-endpoint";
import { getEndpoint } from "./get-endpoint";
import { pauseEndpoints } from "./pause-endpoints";
import { resumeEndpoints } from "./resume-endpoints";
import { updateEndpoint } from "./update-endpoint";

const name = `upgrade_${randomBytes(6).toString("hex")}`;
const shared = process.env["DATABASE_URL"] ?? "";
const url = Object.assign(new URL(shared), { pathname: `/${name}` }).href;

beforeAll(() => runSql(shared, `create database ${name}`));
afterAll(() => runSql(shared, `drop database ${name} with (force)`));

async function withEndpoints(number: number) {
  const { accountId } = await mintAccount();
  const owner = operatorOf(accountId, "live");
  const create = () =>
    createEndpoint({
      actor: owner,
      input: { url: "https://example.com/hook", events: ["sms.delivered"] },
    });
  const ids = await Promise.all(Array.from({ length: number }, create));
  return { owner, ids: ids.map(({ id }) => id) };
}

it("enables what pausing disabled, however often it was paused, and nothing else", async () => {
  const { owner, ids } = await withEndpoints(3);
  const [paused = "", off = "", deleted = ""] = ids;
  await updateEndpoint({ actor: owner, input: { endpointId: off, wanted: { enabled: false } } });
  await pauseEndpoints(owner.accountId, db());
  await pauseEndpoints(owner.accountId, db());
  await deleteEndpoint({ actor: owner, input: { endpointId: deleted } });
  expect(await getEndpoint({ actor: owner, input: { endpointId: paused } })).toMatchObject({
    enabled: false,
    disabled_reason: "manual",
  });
  await resumeEndpoints(owner.accountId, db());
  expect(await getEndpoint({ actor: owner, input: { endpointId: paused } })).toMatchObject({
    enabled: true,
    disabled_reason: null,
    disabled_at: null,
  });
  expect(await getEndpoint({ actor: owner, input: { endpointId: off } })).toMatchObject({
    enabled: false,
    disabled_reason: "manual",
  });
  const rows = await db()
    .select({ enabled: webhookEndpoints.enabled })
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.accountId, owner.accountId));
  expect(rows.filter(({ enabled }) => enabled)).toHaveLength(1);
});

it("leaves the endpoints of other accounts alone", async () => {
  const [one, other] = await Promise.all([withEndpoints(1), withEndpoints(1)]);
  await pauseEndpoints(one.owner.accountId, db());
  await pauseEndpoints(other.owner.accountId, db());
  await resumeEndpoints(one.owner.accountId, db());
  expect(
    await getEndpoint({ actor: other.owner, input: { endpointId: other.ids[0] ?? "" } }),
  ).toMatchObject({ enabled: false });
});

it("upgrading marks the endpoints that closing their account had disabled", async () => {
  await migrateBefore(url, /mark_paused/);
  const account = randomUUID();
  const closedAt = "2026-01-02T03:04:05.678Z";
  await runSql(
    url,
    "insert into accounts (id, name, status, closed_at) values ($1, 'x', 'closing', $2)",
    [account, closedAt],
  );
  for (const at of [closedAt, "2026-01-02T03:04:05.677Z", null]) {
    await runSql(
      url,
      `insert into webhook_endpoints (account_id, id, url, events, secret, enabled, disabled_reason, disabled_at)
        values ($1, $2, 'https://example.com', '{}', 'x', $3, $4, $5)`,
      [account, randomUUID(), at === null, at && "manual", at],
    );
  }
  await migrate(url);
  const rows = await runSql(
    url,
    "select disabled_reason from webhook_endpoints order by disabled_at desc nulls last",
  );
  expect(rows.map((row) => row["disabled_reason"])).toEqual(["account_closed", "manual", null]);
});
