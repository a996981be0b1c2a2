import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { ListActivityQuery } from "../activity/contract";
import { listInstallationActivity } from "../activity/list-installation-activity";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { listTroubledEndpoints } from "../deliveries/list-troubled-endpoints";
import { endMessages } from "../testing/end-messages";
import { mintSignedIn } from "../testing/signed-in";
import { idsOf, useDeliverer } from "../testing/use-deliverer";
import { subscribe } from "../testing/webhook-place";
import { mendEndpoint } from "./mend-endpoint";

const { receive } = useDeliverer();

test("an endpoint that is gone is found by an administrator, and mended it gets each event once", async () => {
  const receiver = await receive(() => ({ status: 410 }));
  const place = await subscribe(receiver.url);
  const { accountId } = place.owner;
  const { actor: person } = await mintSignedIn();
  const actor = { ...person, isAdmin: true };
  await endMessages(accountId, 3);
  const found = async () => {
    const all = await listTroubledEndpoints({ actor, input: { limit: 20, minutes: 15 } });
    return all.filter((each) => each.accountId === accountId);
  };
  await expect
    .poll(found)
    .toMatchObject([
      { enabled: false, disabledReason: "gone", lastStatus: 410, waiting: 0, failed: 3 },
    ]);
  const [endpoint] = await found();
  // Those that nobody even tried to deliver.
  await endMessages(accountId, 2);

  receiver.answer = () => ({ status: 200 });
  const before = receiver.requests.length;
  const input = {
    account_id: publicId("acc", accountId),
    endpoint_id: place.id,
    mending: "enable",
    since: endpoint?.missedSince.toISOString(),
  };
  await expect(mendEndpoint({ actor: person, input })).rejects.toMatchObject({ code: "forbidden" });
  expect(await mendEndpoint({ actor, input })).toEqual({ mending: "enable", replayed: 5 });
  await expect.poll(() => receiver.requests.length - before).toBe(5);
  expect(new Set(idsOf(receiver).slice(before)).size).toBe(5);
  expect(await found()).toEqual([]);
  expect(await mendEndpoint({ actor, input: { ...input, mending: "replay" } })).toMatchObject({
    replayed: 0,
  });
  const events = await listInstallationActivity({
    actor,
    input: { ...ListActivityQuery.parse({ actor: person.email }), account: input.account_id },
  });
  expect(events.data.map(({ action, actor: by }) => [action, by.type, by.name])).toEqual(
    expect.arrayContaining([
      ["endpoint.enabled", "admin", person.email],
      ["deliveries.replayed", "admin", person.email],
    ]),
  );
});

test("an endpoint that an administrator disables takes no events until it is enabled again", async () => {
  const receiver = await receive();
  const place = await subscribe(receiver.url);
  const { actor: person } = await mintSignedIn();
  const actor = { ...person, isAdmin: true };
  const input = {
    account_id: publicId("acc", place.owner.accountId),
    endpoint_id: place.id,
    mending: "disable",
  };
  expect(await mendEndpoint({ actor, input })).toEqual({ mending: "disable", replayed: 0 });
  const [row] = await db().execute(sql`select enabled, disabled_reason from webhook_endpoints
    where account_id = ${place.owner.accountId}`);
  expect(row).toEqual({ enabled: false, disabled_reason: "manual" });
  await expect(
    mendEndpoint({ actor, input: { ...input, mending: "replay" } }),
  ).rejects.toMatchObject({ code: "conflict" });
  const foreign = { ...input, account_id: publicId("acc", person.accountId) };
  await expect(mendEndpoint({ actor, input: foreign })).rejects.toMatchObject({
    code: "not_found",
  });
});
