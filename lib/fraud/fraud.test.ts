import { and, eq, isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { verificationStops } from "@/drizzle/schema/fraud";
import { messages } from "@/drizzle/schema/messages";
import { verifications } from "@/drizzle/schema/verifications";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { listCountries } from "../numbers/list-countries";
import { mintSignedIn } from "../testing/signed-in";
import { soakOr } from "../testing/soak-or";
import { mintVerifier } from "../testing/verification-scene";
import { startVerification } from "../verifications/start-verification";
import { neighborsOfCountry } from "./_country-neighbors";
import { eraseFraud } from "./erase-fraud";
import { getConversion } from "./get-conversion";
import { guardVerification } from "./guard-verification";
import { liftStop } from "./lift-stop";
import { listStoppedAccounts } from "./list-stopped-accounts";
import { notifyOfStops } from "./notify-of-stops";
import { saveCountries } from "./save-countries";
import { sweepStops } from "./sweep-stops";

const blocked = expect.objectContaining({ code: "verification_blocked" });

/** Numbers of the same ten thousand, no two of which are close to each other within a few hundred. */
function scattered(prefix: string, index: number): string {
  return `${prefix}${String((index * 7919) % 10_000).padStart(4, "0")}`;
}

interface Row {
  to: string;
  status?: "pending" | "approved" | "expired";
  agoMs?: number;
  sends?: number;
  /** What became of its message. */
  message?: "sent" | "scheduled" | "failed";
}

/** A verification as if it had been started so long ago, with its message. */
async function store(
  actor: Actor,
  { to, status = "pending", agoMs = 0, sends = 1, message = "sent" }: Row,
) {
  const createdAt = new Date(Date.now() - agoMs);
  const expiresAt = new Date(createdAt.getTime() + 600_000);
  const own = { accountId: actor.accountId, test: false, to, createdAt };
  const messageId = newId();
  await db()
    .insert(messages)
    .values({
      ...{ ...own, id: messageId, source: "api", status: message, from: "Verify" },
      ...{ body: "••••••", encoding: "UCS-2", segments: 1, credits: 1 },
      ...{ dueAt: expiresAt, validUntil: new Date(Date.now() + 86_400_000) },
      sentAt: message === "sent" ? createdAt : null,
    });
  await db()
    .insert(verifications)
    .values({
      ...{ ...own, id: newId(), status, isDecoy: false, codeLength: 6, sends },
      ...{ messageId, expiresAt },
    });
}

/** Whether a code goes to the number; when it does, it is started. */
async function ask(actor: Actor, to: string, status: Row["status"] = "pending") {
  try {
    await guardVerification({ actor, to });
  } catch (error) {
    expect(error).toEqual(blocked);
    return false;
  }
  await store(actor, { to, status });
  return true;
}

async function stopsOf(actor: Actor) {
  return db()
    .select()
    .from(verificationStops)
    .where(eq(verificationStops.accountId, actor.accountId));
}

test("10,000 sends to one range are stopped within 100, while users of other ranges get their codes", {
  timeout: 300_000,
}, async () => {
  const actor = await mintVerifier();
  const sends = soakOr(10_000, 300);
  let pumped = 0;
  let passed = 0;
  let honest = 0;
  for (let index = 0; index < sends; index += 1) {
    if (await ask(actor, scattered("4873212", index))) pumped += 1;
    if (index % 25 !== 0) continue;
    honest += 1;
    // Four of five users enter the code; half of them are in the million numbers of the attack.
    const to = scattered(
      index % 2 ? `48732${20 + (index % 79)}` : `4860${10 + (index % 89)}1`,
      index,
    );
    if (await ask(actor, to, honest % 5 ? "approved" : "pending")) passed += 1;
  }
  expect(pumped).toBeLessThanOrEqual(100);
  expect(passed).toBe(honest);
  expect(await stopsOf(actor)).toMatchObject([
    { prefix: "4873212", country: "PL", reason: "conversion" },
  ]);
});

test("a flood over a million numbers is stopped within 150 sends", async () => {
  const actor = await mintVerifier();
  let pumped = 0;
  for (let index = 0; index < 300; index += 1) {
    const rest = String((index * 179_951) % 1_000_000).padStart(6, "0");
    if (await ask(actor, `48732${rest}`)) pumped += 1;
  }
  expect(pumped).toBeLessThanOrEqual(150);
  expect(await stopsOf(actor)).toMatchObject([{ prefix: "48732", reason: "velocity" }]);
});

test("a rush of users gets a minute and a half to enter their codes; then it is a flood", async () => {
  const [rush, flood] = [await mintVerifier(), await mintVerifier()];
  for (let index = 0; index < 100; index += 1) {
    const to = `48732${String((index * 179_951) % 1_000_000).padStart(6, "0")}`;
    await store(rush, { to, agoMs: 60_000 });
    await store(flood, { to, agoMs: 100_000 });
  }
  expect(await ask(rush, "48732500500")).toBe(true);
  expect(await ask(flood, "48732500500")).toBe(false);
});

test("messages that no carrier has taken say nothing of those who wait for them", async () => {
  const actor = await mintVerifier();
  for (let index = 0; index < 59; index += 1) {
    const message = index % 2 ? "scheduled" : "failed";
    await store(actor, { to: scattered("4873212", index), agoMs: 240_000, message });
  }
  expect(await ask(actor, scattered("4873212", 99))).toBe(true);
  await db()
    .update(messages)
    .set({ status: "sent", sentAt: new Date() })
    .where(eq(messages.accountId, actor.accountId));
  expect(await ask(actor, scattered("4873212", 98))).toBe(false);
  expect(await stopsOf(actor)).toMatchObject([{ reason: "conversion", approved: 0 }]);
});

test("60 messages that still wait for a carrier stop 10,000 numbers for an hour", async () => {
  const actor = await mintVerifier();
  for (let index = 0; index < 60; index += 1) {
    await store(actor, { to: scattered("4873212", index), message: "scheduled" });
  }
  expect(await ask(actor, scattered("4873212", 99))).toBe(false);
  expect(await stopsOf(actor)).toMatchObject([{ reason: "velocity" }]);
});

test("one number stops no range, however often it is entered, but itself", async () => {
  const actor = await mintVerifier();
  const known = scattered("4873212", 1);
  for (let index = 0; index < 60; index += 1) {
    await store(actor, { to: known, status: "expired", agoMs: 240_000 });
  }
  expect(await ask(actor, String(Number(known) + 1))).toBe(true);
  expect(await ask(actor, known)).toBe(false);
  expect(await stopsOf(actor)).toEqual([]);
});

test("numbers in a row that enter no codes are stopped, for an hour", async () => {
  const actor = await mintVerifier();
  for (let index = 0; index < 8; index += 1) {
    await store(actor, { to: String(48_732_129_000 + index), agoMs: 200_000 });
  }
  expect(await ask(actor, "48732129008")).toBe(false);
  const [stop, ...others] = await stopsOf(actor);
  expect(others).toEqual([]);
  expect(stop).toMatchObject({ prefix: "4873212", reason: "sequence" });
  const hour = (stop?.until.getTime() ?? 0) - (stop?.stoppedAt.getTime() ?? 0);
  expect(hour).toBe(3_600_000);
});

test("colleagues with numbers in a row verify at the same minute", async () => {
  const actor = await mintVerifier();
  for (let index = 0; index < 20; index += 1) {
    expect(await ask(actor, String(48_732_129_000 + index))).toBe(true);
  }
  expect(await stopsOf(actor)).toEqual([]);
});

test("four pumped ranges stop nothing for the million around them, and the fifth does", async () => {
  const actor = await mintVerifier();
  const pump = async (block: number) => {
    const prefix = `48732${block}`;
    for (let index = 0; index < 40; index += 1) {
      await store(actor, { to: scattered(prefix, index), agoMs: 240_000 });
    }
    expect(await ask(actor, scattered(prefix, 40))).toBe(false);
  };
  for (const block of [21, 22, 23, 24]) await pump(block);
  expect(await ask(actor, "48732990000", "approved")).toBe(true);
  await pump(25);
  expect(await ask(actor, "48732991000")).toBe(false);
  expect(await stopsOf(actor)).toContainEqual(
    expect.objectContaining({ prefix: "48732", reason: "conversion" }),
  );
});

test("a stop holds for a whole start, which then stores, sends, and charges nothing", async () => {
  const actor = await mintVerifier();
  for (let index = 0; index < 40; index += 1)
    await store(actor, { to: scattered("4873212", index) });
  const start = startVerification({ actor, input: { to: scattered("4873212", 41) } });
  await expect(start).rejects.toMatchObject({
    code: "verification_blocked",
    fields: { to: [expect.anything()] },
  });
  const rows = await db()
    .select()
    .from(verifications)
    .where(eq(verifications.accountId, actor.accountId));
  expect(rows).toHaveLength(40);
});

test("a number that proved itself before gets codes in a stopped range, and test verifications pass", async () => {
  const actor = await mintVerifier();
  const known = scattered("4873212", 99);
  await store(actor, { to: known, status: "approved", agoMs: 25 * 3_600_000 });
  for (let index = 0; index < 41; index += 1) await ask(actor, scattered("4873212", index));
  const stranger = scattered("4873212", 50);
  await expect(guardVerification({ actor, to: stranger })).rejects.toEqual(blocked);
  await guardVerification({ actor, to: known });
  await guardVerification({ actor: operatorOf(actor.accountId, "test"), to: stranger });
});

test("a number that proved itself and missed five codes since passes no stop", async () => {
  const actor = await mintVerifier();
  const known = scattered("4873212", 99);
  await store(actor, { to: known, status: "approved", agoMs: 25 * 3_600_000 });
  for (let index = 0; index < 41; index += 1) await ask(actor, scattered("4873212", index));
  for (let missed = 0; missed < 4; missed += 1) {
    await store(actor, { to: known, status: "expired", agoMs: 3_600_000 });
  }
  await guardVerification({ actor, to: known });
  await store(actor, { to: known, status: "expired", agoMs: 3_600_000 });
  await expect(guardVerification({ actor, to: known })).rejects.toEqual(blocked);
});

test("a code that is sent again and again to a number and never entered is sent 20 times a day", async () => {
  const actor = await mintVerifier();
  const to = "48732129000";
  await store(actor, { to, status: "expired", sends: 19, agoMs: 3_600_000 });
  expect(await ask(actor, to)).toBe(true);
  expect(await ask(actor, to)).toBe(false);
  expect(await stopsOf(actor)).toEqual([]);
});

test("stops of one account are nothing to another", async () => {
  const [actor, other] = [await mintVerifier(), await mintVerifier()];
  for (let index = 0; index < 41; index += 1) await ask(actor, scattered("4873212", index));
  await guardVerification({ actor: other, to: scattered("4873212", 50) });
});

test("an account with stopped ranges needs a person, whom the administrator sees", async () => {
  const actor = await mintVerifier();
  for (let index = 0; index < 41; index += 1) await ask(actor, scattered("4873212", index));
  const { accountId } = actor;
  const admin = { ...(await mintSignedIn()).actor, isAdmin: true };
  const input = { limit: 1000 };
  const listed = async () => await listStoppedAccounts({ actor: admin, input });
  expect(await listed()).toContainEqual({ accountId, ranges: 1, since: expect.any(Date) });
  await liftStop({ actor, input: { prefix: "4873212" } });
  expect((await listed()).map((each) => each.accountId)).not.toContain(accountId);
  const owner = (await mintSignedIn()).actor;
  const refused = listStoppedAccounts({ actor: owner, input });
  await expect(refused).rejects.toMatchObject({ code: "forbidden" });
});

test("a stop ends by itself, or when an owner lifts it; then only what comes later is judged", async () => {
  const actor = await mintVerifier();
  for (let index = 0; index < 41; index += 1) await ask(actor, scattered("4873212", index));
  await liftStop({ actor, input: { prefix: "4873212" } });
  const lift = liftStop({ actor, input: { prefix: "4873212" } });
  await expect(lift).rejects.toMatchObject({ code: "not_found" });
  for (let index = 100; index < 150; index += 1) await ask(actor, scattered("4873212", index));
  expect(await stopsOf(actor)).toMatchObject([{ liftedAt: null, started: 40 }]);
  await db()
    .update(verificationStops)
    .set({ until: new Date() })
    .where(eq(verificationStops.accountId, actor.accountId));
  await db()
    .update(verifications)
    .set({ createdAt: new Date(Date.now() - 25 * 3_600_000) })
    .where(eq(verifications.accountId, actor.accountId));
  await guardVerification({ actor, to: scattered("4873212", 200) });
});

test("who lifts the stop of a million numbers says nothing of 10,000 that are pumped in it", async () => {
  const actor = await mintVerifier();
  const { accountId } = actor;
  for (let index = 0; index < 40; index += 1)
    await store(actor, { to: scattered("4873212", index) });
  const [now, until] = [new Date(), new Date(Date.now() + 3_600_000)];
  await db()
    .insert(verificationStops)
    .values({
      ...{ accountId, prefix: "48732", country: "PL", reason: "velocity", until },
      ...{ started: 150, approved: 0, stoppedAt: now, liftedAt: new Date(Date.now() + 1000) },
    });
  expect(await ask(actor, scattered("4873212", 41))).toBe(false);
});

test("codes go to the default country and its neighbors, or to the countries that were chosen", async () => {
  const actor = await mintVerifier();
  const [polish, german, french] = ["48732129000", "4915112345678", "33612345678"] as const;
  await guardVerification({ actor, to: french });
  await db().update(accounts).set({ defaultCountry: "PL" }).where(eq(accounts.id, actor.accountId));
  await guardVerification({ actor, to: polish });
  await guardVerification({ actor, to: german });
  await expect(guardVerification({ actor, to: french })).rejects.toEqual(blocked);
  await saveCountries({ actor, input: { countries: "fr, fr" } });
  await guardVerification({ actor, to: french });
  await expect(guardVerification({ actor, to: polish })).rejects.toEqual(blocked);
  const { allowed } = await getConversion({ actor });
  expect(allowed).toEqual({ chosen: ["FR"], countries: ["FR"] });
  await saveCountries({ actor, input: { countries: "" } });
  await guardVerification({ actor, to: polish });
});

test.each(["XX", "Poland", "PL; drop"])("%s is no list of countries", async (countries) => {
  const actor = await mintVerifier();
  const saving = saveCountries({ actor, input: { countries } });
  await expect(saving).rejects.toMatchObject({ code: "invalid_request" });
});

test("neighbors are mutual, and no country is its own", () => {
  expect(neighborsOfCountry("PL")).toEqual(["BY", "CZ", "DE", "LT", "RU", "SK", "UA"]);
  for (const country of neighborsOfCountry("DE")) {
    expect(neighborsOfCountry(country)).toContain("DE");
    expect(neighborsOfCountry(country)).not.toContain(country);
  }
  expect(neighborsOfCountry("XX")).toEqual([]);
  const known = new Set<string>(listCountries().map(({ country }) => country));
  const all = [...known].flatMap((country) => neighborsOfCountry(country));
  expect(all.filter((country) => !known.has(country))).toEqual([]);
});

test("conversion is shown by country and range", async () => {
  const actor = await mintVerifier();
  await store(actor, { to: "48732129000", status: "approved" });
  await store(actor, { to: "48732555000" });
  await store(actor, { to: "48600129000", status: "approved" });
  await store(actor, { to: "4915112345678" });
  const { countries, isCut } = await getConversion({ actor });
  expect(isCut).toBe(false);
  expect(countries).toEqual([
    {
      ...{ country: "PL", started: 3, approved: 2 },
      ranges: [
        { prefix: "48732", started: 2, approved: 1 },
        { prefix: "48600", started: 1, approved: 1 },
      ],
    },
    {
      ...{ country: "DE", started: 1, approved: 0 },
      ranges: [{ prefix: "4915112", started: 1, approved: 0 }],
    },
  ]);
});

test("ranges that are stopped within ten minutes of a letter are in the next one", async () => {
  const actor = await mintVerifier();
  const { accountId } = actor;
  const now = new Date();
  const stop = async (prefix: string) => {
    const values = { accountId, prefix, country: "PL", reason: "conversion" as const };
    const until = new Date(now.getTime() + 3_600_000);
    await db()
      .insert(verificationStops)
      .values({ ...values, started: 40, approved: 0, stoppedAt: now, until });
  };
  const untold = async () =>
    (await stopsOf(actor)).flatMap(({ prefix, toldAt }) => (toldAt ? [] : prefix)).toSorted();
  await stop("4873212");
  await notifyOfStops();
  expect(await untold()).toEqual([]);
  await stop("4873213");
  await stop("4873214");
  await notifyOfStops();
  expect(await untold()).toEqual(["4873213", "4873214"]);
  await db()
    .update(verificationStops)
    .set({ toldAt: new Date(now.getTime() - 601_000) })
    .where(and(eq(verificationStops.accountId, accountId), isNotNull(verificationStops.toldAt)));
  await notifyOfStops();
  expect(await untold()).toEqual([]);
});

test("each stop is told once, old ones are deleted, and an erased account keeps none", async () => {
  const actor = await mintVerifier();
  for (let index = 0; index < 41; index += 1) await ask(actor, scattered("4873212", index));
  await notifyOfStops();
  const [told] = await stopsOf(actor);
  expect(told?.toldAt).not.toBeNull();
  await notifyOfStops();
  expect((await stopsOf(actor))[0]?.toldAt).toEqual(told?.toldAt);
  const isIt = and(
    eq(verificationStops.accountId, actor.accountId),
    eq(verificationStops.prefix, "4873212"),
  );
  await sweepStops();
  expect(await stopsOf(actor)).toHaveLength(1);
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  await db().update(verificationStops).set({ until: longAgo }).where(isIt);
  await sweepStops();
  expect(await stopsOf(actor)).toEqual([]);
  for (let index = 100; index < 141; index += 1) await ask(actor, scattered("4873212", index));
  await saveCountries({ actor, input: { countries: "PL" } });
  await eraseFraud(actor.accountId, db());
  expect(await stopsOf(actor)).toEqual([]);
  expect((await getConversion({ actor })).allowed.chosen).toBeNull();
});
