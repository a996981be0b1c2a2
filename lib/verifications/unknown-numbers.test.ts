import { NodePgSession } from "drizzle-orm/node-postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../core/actor";
import { ageBy, mintVerifier, rowOf, verified, wrongFor } from "../testing/verification-scene";
import { codeOf } from "./_code-of";
import { checkNumber } from "./check-number";
import { listVerifications } from "./list-verifications";
import { startVerification } from "./start-verification";
import { sweepVerifications } from "./sweep-verifications";

/** The statements about verifications, in order; notices of changes go their own way. */
const sent: string[] = [];
const session = NodePgSession.prototype;
const { prepareQuery } = session;
session.prepareQuery = function (...words) {
  if (words[0].sql.includes("verifications")) sent.push(words[0].sql);
  return Reflect.apply(prepareQuery, this, words);
};

let actor: Actor;
let code: string;
const unknown = "48732129999";

beforeAll(async () => {
  actor = await mintVerifier();
  const {
    verification: { verification_id },
  } = await startVerification({ actor, input: { to: verified } });
  code = codeOf(await rowOf(actor, verification_id));
});

afterAll(() => {
  session.prepareQuery = prepareQuery;
});

async function guess(to: string): Promise<{ status: string; statements: string[] }> {
  sent.length = 0;
  const { status } = await checkNumber({ actor, input: { to, code: wrongFor(code) } });
  return { status, statements: [...sent] };
}

test("a number that nobody verifies gets the responses of one that is, after the same statements", async () => {
  const answers = { known: [] as object[], unknown: [] as object[] };
  for (let check = 1; check <= 6; check += 1) {
    answers.known.push(await guess(verified));
    answers.unknown.push(await guess(unknown));
  }
  expect(answers.unknown).toEqual(answers.known);
  expect(answers.known.map((each) => Reflect.get(each, "status"))).toEqual([
    ...Array.from({ length: 4 }, () => "pending"),
    "max_attempts",
    "max_attempts",
  ]);
  expect(answers.known[0]).toMatchObject({ statements: { length: 3 } });
  await ageBy(actor, 601);
  expect(await guess(unknown)).toEqual(await guess(verified));
});

test("what answers for it is no verification: nobody can list or approve it, and it goes within hours", async () => {
  const other = await mintVerifier();
  const input = { to: unknown, code: "123456" };
  await checkNumber({ actor: other, input });
  expect((await listVerifications({ actor: other, input: { limit: 10 } })).data).toEqual([]);
  await ageBy(other, 2 * 3600);
  await sweepVerifications();
  // It begins anew.
  expect(await checkNumber({ actor: other, input })).toEqual({ status: "pending" });
});

test("a number that is verified after it was guessed is approved by its code", async () => {
  const other = await mintVerifier();
  for (let check = 1; check <= 5; check += 1) {
    await checkNumber({ actor: other, input: { to: verified, code: "000000" } });
  }
  const {
    verification: { verification_id },
  } = await startVerification({ actor: other, input: { to: verified } });
  const input = { to: verified, code: codeOf(await rowOf(other, verification_id)) };
  expect(await checkNumber({ actor: other, input })).toEqual({ status: "approved" });
  expect(await checkNumber({ actor: other, input })).not.toEqual({ status: "approved" });
});
