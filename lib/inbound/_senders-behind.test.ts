import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { findOptedOut } from "../opt-outs/find-opted-out";
import { addMessage } from "../testing/audit-scene";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { addNumber } from "./add-number";
import { recordInbound } from "./record-inbound";

const person = "48732129000";
const numbers = { relay: "48500600701", phone: "48500600702" };
let folder: string;
let drop: () => Promise<void>;
let accountId: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carriers-"));
  const file = join(folder, "carriers.json");
  const url = "http://127.0.0.1:9";
  const replacing = { from: ["Allowed"], replace_from: `+${numbers.relay}` };
  const carriers = [
    { name: "relay", kind: "http", url, token: "t", ...replacing },
    { name: "phone", kind: "sms-gate", url, username: "u", password: "p" },
  ];
  writeFileSync(file, JSON.stringify({ carriers, routes: [{ to: "*", carrier: "relay" }] }));
  drop = await useOwnDatabase({ CARRIERS_FILE: file });
  ({ accountId } = await mintAccount());
});
afterAll(async () => {
  await drop();
  await rm(folder, { recursive: true });
});

async function reply(carrier: keyof typeof numbers, body: string) {
  const message = { ref: newId(), from: person, to: numbers[carrier], body, at: null, raw: {} };
  await recordInbound(carrier, [message]);
}

async function outOf(senders: string[]) {
  const input = senders.map((from) => ({ to: person, from }));
  const isOut = await findOptedOut({ actor: { accountId }, input });
  return senders.filter((from) => isOut({ to: person, from }));
}

test.each(["relay", "phone"] as const)(
  "STOP to the number of %s is for every sender that came from it, and for no other; START lifts it",
  async (carrier) => {
    const actor = operatorOf(accountId);
    await addNumber({ actor, input: { number: numbers[carrier], carrier } });
    const sent = [
      { from: "YourBrand", carrier },
      { from: "Elsewhere", carrier: "another" },
      ...(carrier === "relay" ? [{ from: "Allowed", carrier }] : []),
    ];
    for (const facts of sent) {
      await db().transaction((tx) => addMessage({ tx, accountId }, { ...facts, to: person }));
    }
    const senders = [numbers[carrier], "YourBrand", "Elsewhere", "Allowed"];
    await reply(carrier, "STOP");
    expect(await outOf(senders)).toEqual([numbers[carrier], "YourBrand"]);
    await reply(carrier, "START");
    expect(await outOf(senders)).toEqual([]);
  },
);
