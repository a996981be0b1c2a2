import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tickets } from "@/drizzle/schema/accounts";
import { closeDatabase, db } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { readTicket } from "./read-ticket";
import { sweepTickets } from "./sweep-tickets";
import { dropTickets, findTicket, issueTicket, type TicketKind, takeTicket } from "./tickets";

let userId = "";
let email = "";
let otherId = "";
beforeAll(async () => {
  [{ userId, email }, { userId: otherId }] = await Promise.all([mintAccount(), mintAccount()]);
});
afterAll(closeDatabase);
beforeEach(() => db().delete(tickets).where(sql`user_id in (${userId}, ${otherId})`));

const issue = (kind: TicketKind, lifeMs = 60_000, user = userId) =>
  db().transaction((tx) =>
    issueTicket(
      { kind, userId: user, lifeMs, ...(kind === "email" ? { email: "new@x.pl" } : {}) },
      tx,
    ),
  );
const take = (kind: TicketKind, secret: string) =>
  db().transaction((tx) => takeTicket({ kind, secret }, tx));

describe("a ticket", () => {
  test("is used once: of ten who use it at the same moment, one does", async () => {
    const secret = await issue("reset");
    const taken = await Promise.all(Array.from({ length: 10 }, () => take("reset", secret)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await findTicket("reset", secret)).toBeUndefined();
  });

  test("is not used up by work that failed with it", async () => {
    const secret = await issue("reset");
    const work = db().transaction(async (tx) => {
      await takeTicket({ kind: "reset", secret }, tx);
      throw new Error("the password is too short");
    });
    await expect(work).rejects.toThrow("too short");
    expect(await take("reset", secret)).toMatchObject({ userId });
  });

  test("can be looked at as often as anybody likes: link scanners use up nothing", async () => {
    const secret = await issue("email");
    for (let time = 0; time < 3; time += 1) {
      expect(await readTicket("email", secret)).toEqual({ email, newEmail: "new@x.pl" });
    }
    expect(await take("email", secret)).toBeDefined();
  });

  test("opens nothing of another kind", async () => {
    const secret = await issue("reset");
    expect(await take("email", secret)).toBeUndefined();
    expect(await findTicket("email", secret)).toBeUndefined();
    expect(await findTicket("reset", secret)).toBeDefined();
  });

  test("is dead from the moment its life is over, by the database's clock", async () => {
    const dead = await issue("reset", -1);
    const living = await issue("reset", 60_000);
    expect([await findTicket("reset", dead), await take("reset", dead)]).toEqual([
      undefined,
      undefined,
    ]);
    await sweepTickets();
    const left = await db().select().from(tickets).where(eq(tickets.userId, userId));
    expect(left).toHaveLength(1);
    expect(await findTicket("reset", living)).toBeDefined();
  });

  test("cannot be guessed, and cannot be read out of the database", async () => {
    const secrets = await Promise.all(Array.from({ length: 5 }, () => issue("reset")));
    expect(new Set(secrets).size).toBe(5);
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
    const rows = JSON.stringify(await db().select().from(tickets));
    for (const secret of secrets) expect(rows).not.toContain(secret);
  });

  test.each([undefined, null, "", 5, ["x"], { secret: "x" }, "\u0000", "x".repeat(100_000)])(
    "is not %j, whatever a link has in its place",
    async (secret) => {
      expect(await readTicket("reset", secret)).toBeNull();
    },
  );

  test("one sign off is none", async () => {
    const secret = await issue("reset");
    const other = randomBytes(32).toString("base64url");
    for (const wrong of [
      secret.slice(1),
      `${secret}A`,
      `${secret.toLowerCase()}0`,
      other,
      ` ${secret}`,
    ]) {
      expect(await readTicket("reset", wrong)).toBeNull();
    }
  });
});

describe("several tickets of one user", () => {
  test("to reset a password live side by side: strangers can ask for them", async () => {
    const secrets = [await issue("reset"), await issue("reset")];
    for (const secret of secrets) expect(await findTicket("reset", secret)).toBeDefined();
  });

  test("for a new email are one, the newest", async () => {
    const [first, second] = [await issue("email"), await issue("email")];
    expect(await findTicket("email", first)).toBeUndefined();
    expect(await findTicket("email", second)).toBeDefined();
  });

  test("are dropped by kind, and nobody else's with them", async () => {
    const [reset, change] = [await issue("reset"), await issue("email")];
    const others = await issue("reset", 60_000, otherId);
    await db().transaction((tx) => dropTickets(userId, ["reset"], tx));
    expect(await findTicket("reset", reset)).toBeUndefined();
    expect(await findTicket("email", change)).toBeDefined();
    expect(await findTicket("reset", others)).toMatchObject({ userId: otherId });
  });
});
