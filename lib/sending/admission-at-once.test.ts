import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { text } from "node:stream/consumers";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { tokens } from "@/drizzle/schema/tokens";
import { runAudit } from "../audit/run-audit";
import { operatorOf, type RememberedToken } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { getBalance } from "../credits/get-balance";
import type { Admitted, Sender } from "../testing/admit-in-process";
import { bundleProgram } from "../testing/bundle-program";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { soakOr } from "../testing/soak-or";
import { useOwnDatabase } from "../testing/use-own-database";
import { hashToken } from "../tokens/token-format";

const rounds = soakOr(150, 6);
const processes = 3;
const kinds = ["plenty", "poor", "keyed", "locked", "suspended", "revoked"] as const;
type Kind = (typeof kinds)[number];

let drop: () => Promise<void>;
let program = "";

beforeAll(async () => {
  drop = await useOwnDatabase({
    RATE_LIMIT_BURST: "0",
    RATE_LIMIT_SUSTAINED: "0",
    RATE_LIMIT_MESSAGES: "0",
    LOG_LEVEL: "silent",
  });
  program = await bundleProgram("admit-in-process");
});
afterAll(async () => {
  rmSync(program, { force: true });
  await drop();
});

async function admit(senders: Sender[]): Promise<Admitted[]> {
  const words = [program, JSON.stringify({ senders, rounds })];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(await text(child.stdout));
}

async function remember({ token, tokenId }: MintedAccount): Promise<RememberedToken> {
  const [row] = await db().select().from(tokens).where(eq(tokens.id, tokenId));
  return { hash: hashToken(token), version: row?.version ?? -1 };
}

/** Holds the account's row for a moment again and again, as refunds and campaigns do, until told to stop. */
async function lockNowAndThen(accountId: string, state: { isOver: boolean }): Promise<void> {
  while (!state.isOver) {
    await db().transaction(async (tx) => {
      await tx.execute(sql`select 1 from ${accounts} where id = ${accountId} for no key update`);
      await tx.execute(sql`select pg_sleep(0.03)`);
    });
    await new Promise(setImmediate);
  }
}

/** Two accounts of each kind, with three senders each. */
async function setStage() {
  const credits: Partial<Record<Kind, number>> = { poor: rounds };
  const minted: { kind: Kind; account: MintedAccount; sender: Sender }[] = [];
  for (const kind of [...kinds, ...kinds]) {
    const account = await mintAccount({ credits: credits[kind] ?? 10_000 });
    const sender: Sender = {
      accountId: account.accountId,
      tokenId: account.tokenId,
      remembered: await remember(account),
    };
    // Every other round all processes use the same key.
    if (kind === "keyed") {
      sender.keys = Array.from({ length: rounds }, (_, round) =>
        round % 2 === 0 ? randomUUID() : null,
      );
    }
    minted.push({ kind, account, sender });
  }
  for (const { kind, account } of minted) {
    const { accountId, tokenId } = account;
    const set = (values: Partial<typeof tokens.$inferInsert>) =>
      db().update(tokens).set(values).where(eq(tokens.id, tokenId));
    if (kind === "revoked") await set({ revokedAt: new Date() });
    if (kind === "suspended") {
      await db().update(accounts).set({ status: "suspended" }).where(eq(accounts.id, accountId));
    }
  }
  return minted;
}

test("three processes that admit for many accounts at once lose, double, and charge nothing twice, whatever is locked, used up, repeated, or revoked meanwhile", async () => {
  const stage = await setStage();
  const senders = stage.flatMap(({ sender }) => [sender, sender, sender]);
  const kindOf = (sender: number) => stage[Math.floor(sender / 3)]?.kind ?? "plenty";
  const state = { isOver: false };
  const locks = stage
    .filter(({ kind }) => kind === "locked")
    .map(({ account }) => lockNowAndThen(account.accountId, state));
  const outcomes = (
    await Promise.all(Array.from({ length: processes }, () => admit(senders)))
  ).flat();
  state.isOver = true;
  await Promise.all(locks);

  expect(outcomes).toHaveLength(processes * senders.length * rounds);
  const refusals = (kind: Kind) => [
    ...new Set(
      outcomes.filter(({ sender }) => kindOf(sender) === kind).map(({ refusal }) => refusal),
    ),
  ];
  expect(refusals("plenty")).toEqual([null]);
  expect(refusals("keyed")).toEqual([null]);
  expect(refusals("locked")).toEqual([null]);
  expect(new Set(refusals("poor"))).toEqual(new Set([null, "insufficient_credits"]));
  expect(refusals("suspended")).toEqual(["forbidden"]);
  expect(refusals("revoked")).toEqual(["UnprovenTokenError"]);

  const rows = await db().select().from(messages);
  const stored = rows.map(({ id }) => publicId("msg", id)).toSorted();
  const answered = [...new Set(outcomes.flatMap(({ id }) => id ?? []))].toSorted();
  expect(answered).toEqual(stored);
  for (const { kind, account, sender } of stage) {
    const { accountId } = account;
    const mine = rows.filter((row) => row.accountId === accountId);
    const left = await getBalance({ actor: operatorOf(accountId) });
    expect(left + mine.length).toBe(kind === "poor" ? rounds : 10_000);
    if (kind === "poor") expect(left).toBe(0);
    if (kind === "keyed") {
      const keys = mine.flatMap(({ idempotencyKey }) => idempotencyKey ?? []).toSorted();
      expect(keys).toEqual((sender.keys ?? []).flatMap((key) => key ?? []).toSorted());
    }
  }
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
}, 120_000);
