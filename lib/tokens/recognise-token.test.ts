import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tokens } from "@/drizzle/schema/tokens";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { recogniseToken } from "./recognise-token";
import { rotateToken } from "./rotate-token";
import { makeToken } from "./token-format";

async function change(tokenId: string, values: Partial<typeof tokens.$inferInsert>) {
  await db().update(tokens).set(values).where(eq(tokens.id, tokenId));
}

test("an expired token, one for other addresses and a secret that was replaced are told apart", async () => {
  const { accountId, token, tokenId } = await mintAccount();
  const problem = () => recogniseToken(`Bearer ${token}`);
  await change(tokenId, { allowedCidrs: ["192.0.2.0/24"] });
  expect(await problem()).toEqual({ accountId, problem: "wrong_address" });
  await rotateToken({
    actor: operatorOf(accountId),
    input: { tokenId, wanted: { grace_hours: 1 } },
  });
  await change(tokenId, { previousUntil: new Date(Date.now() - 1000) });
  expect(await problem()).toEqual({ accountId, problem: "replaced" });
  await change(tokenId, { expiresAt: new Date(Date.now() - 1000) });
  expect(await problem()).toEqual({ accountId, problem: "expired" });
});

test("a token that was cut short is told by its start, also after a rotation", async () => {
  const { accountId, tokenId } = await mintAccount();
  const { token } = await rotateToken({ actor: operatorOf(accountId), input: { tokenId } });
  const problem = { accountId, problem: "cut_short" };
  expect(await recogniseToken(`Bearer ${token.slice(0, -1)}`)).toEqual(problem);
  expect(await recogniseToken(`Bearer ${token.slice(0, 15)}`)).toEqual(problem);
  expect(await recogniseToken(`Bearer ${token.slice(0, 14)}`)).toBeNull();
});

test("what fits two accounts, an old token or none is nobody's", async () => {
  const [one, other] = [await mintAccount(), await mintAccount()];
  const short = `Bearer ${one.token.slice(0, 30)}`;
  await change(other.tokenId, { firstFour: one.token.slice(11, 15) });
  expect(await recogniseToken(short)).toBeNull();
  await change(other.tokenId, { createdAt: new Date(Date.now() - 8 * 86_400_000) });
  expect(await recogniseToken(short)).toMatchObject({ accountId: one.accountId });
  for (const header of [null, "", "Bearer", "Basic dXNlcjpwYXNz", `Bearer ${makeToken("test")}`]) {
    expect(await recogniseToken(header)).toBeNull();
  }
});
