import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { users } from "@/drizzle/schema/accounts";
import { passkeys } from "@/drizzle/schema/passkeys";
import { closeAccount } from "../account-data/close-account";
import { requestPasswordReset } from "../accounts/request-password-reset";
import { listActivity } from "../activity/list-activity";
import { db } from "../core/db";
import { addPasskey } from "../passkeys/add-passkey";
import { askPasskey } from "../passkeys/ask-passkey";
import { listPasskeys } from "../passkeys/list-passkeys";
import { removePasskey } from "../passkeys/remove-passkey";
import { startPasskey } from "../passkeys/start-passkey";
import { readSession } from "../sessions/read-session";
import { keptMail, ticketIn } from "../testing/kept-mail";
import { mintSignedIn, nobody } from "../testing/signed-in";
import { softAuthenticator } from "../testing/soft-authenticator";
import { resetSignIn } from "./reset-sign-in";
import { signInWithPasskey } from "./sign-in-with-passkey";

const browser = "AAAAAAAAAAAAAAAAAAAAAA";
const name = "Laptop";

async function withPasskey() {
  const person = await mintSignedIn();
  const device = softAuthenticator();
  const { actor, password } = person;
  const options = await startPasskey({ actor, input: { name, password } });
  await addPasskey({ actor, input: { name, response: device.make(options) } });
  return { ...person, device };
}

type Device = ReturnType<typeof softAuthenticator>;

async function enter(device: Device, lies?: Parameters<Device["answer"]>[1]) {
  return send(device.answer(await askPasskey({ browser }), lies));
}

function send(
  response: unknown,
  visitor: Parameters<typeof signInWithPasskey>[0]["visitor"] = nobody,
) {
  return signInWithPasskey({ visitor, input: { browser, response } });
}

const unknown = {
  code: "unauthorized",
  message: "This passkey doesn't work here. Sign in with your password.",
};
const late = { code: "unauthorized", message: "This took too long. Start again." };

afterEach(() => vi.restoreAllMocks());

describe("signing in with a passkey", () => {
  it("starts a session of its person, and says when it was used", async () => {
    const { device, actor, accountId, userId, email } = await withPasskey();
    const { sessionId, isReopened } = await enter(device);
    expect(isReopened).toBe(false);
    expect(await readSession(sessionId)).toMatchObject({ userId, accountId, email });
    expect(await listPasskeys({ actor })).toMatchObject([{ lastUsedAt: expect.any(String) }]);
  });

  it("asks for no code: the device asked for a PIN, so it is both steps", async () => {
    const { device, userId } = await withPasskey();
    await db()
      .update(users)
      .set({ totpEnabledAt: new Date(), totpSecret: "x" })
      .where(eq(users.id, userId));
    expect(await readSession((await enter(device)).sessionId)).toMatchObject({ userId });
  });

  it("names no passkey in its challenge, so it tells nothing about who has an account", async () => {
    const options = await askPasskey({ browser });
    expect(options).toMatchObject({ rpId: "localhost", userVerification: "required" });
    expect(options.allowCredentials).toBeUndefined();
  });

  it.each([
    ["made for another page", { origin: "https://depesza.example" }],
    ["made for another installation", { rpId: "depesza.example" }],
    ["without a PIN", { isVerified: false }],
    ["in another person's name", { userHandle: "AAAAAAAAAAAAAAAAAAAAAA" }],
  ])("rejects an answer %s, and records that", async (_, lies) => {
    const { device, actor } = await withPasskey();
    await expect(enter(device, lies)).rejects.toMatchObject(unknown);
    const failed = async () =>
      (await listActivity({ actor, input: { action: "sign_in.failed", limit: 5 } })).data;
    await expect.poll(failed).toMatchObject([{ after: { step: "passkey" } }]);
  });

  it("rejects an answer signed by another key than the one that was added", async () => {
    const { device } = await withPasskey();
    const forger = softAuthenticator();
    const answer = JSON.parse(forger.answer(await askPasskey({ browser })));
    const forged = { ...answer, id: device.credentialId, rawId: device.credentialId };
    delete forged.response.userHandle;
    await expect(send(JSON.stringify(forged))).rejects.toMatchObject(unknown);
  });

  it("says the same of a passkey that nobody added as of one that was removed", async () => {
    const { device, actor, password } = await withPasskey();
    await expect(enter(softAuthenticator(), { userHandle: "AAAA" })).rejects.toMatchObject(unknown);
    const [{ passkeyId } = { passkeyId: "" }] = await listPasskeys({ actor });
    await removePasskey({ actor, input: { passkey_id: passkeyId, password } });
    await expect(enter(device)).rejects.toMatchObject(unknown);
  });

  it("takes an answer once, also when it comes twenty times at once", async () => {
    const { device } = await withPasskey();
    const answer = device.answer(await askPasskey({ browser }));
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => send(answer)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(send(answer)).rejects.toMatchObject(late);
  });

  it("takes a challenge of this browser alone, for five minutes, and none of adding a passkey", async () => {
    const { device, actor, password } = await withPasskey();
    const others = await askPasskey({ browser: "BBBBBBBBBBBBBBBBBBBBBB" });
    await expect(send(device.answer(others))).rejects.toMatchObject(late);
    await expect(enter(device, { challenge: "AAAA" })).rejects.toMatchObject(late);
    const adding = await startPasskey({ actor, input: { name, password } });
    const { challenge } = adding;
    await expect(enter(device, { challenge })).rejects.toMatchObject(late);
    const old = device.answer(await askPasskey({ browser }));
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 5 * 60_000 + 1);
    await expect(send(old)).rejects.toMatchObject(late);
  });

  it("rejects a counter that goes back or stands still, and signs in with a higher one", async () => {
    const { device, userId } = await withPasskey();
    await enter(device, { counter: 7 });
    for (const counter of [7, 6, 0]) {
      await expect(enter(device, { counter })).rejects.toMatchObject({
        code: "unauthorized",
        message: expect.stringMatching(/may have been copied/),
      });
    }
    await expect(enter(device, { counter: 8 })).resolves.toBeDefined();
    const [stored] = await db().select().from(passkeys).where(eq(passkeys.userId, userId));
    expect(stored?.counter).toBe(8);
  });

  it("of two answers with the same count takes one", async () => {
    const { device } = await withPasskey();
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => enter(device, { counter: 3 })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("rejects what is no answer of a browser, of any size and shape", async () => {
    for (const response of ["", "{}", "null", "[".repeat(9000), "x".repeat(20_000), undefined, 7]) {
      await expect(send(response)).rejects.toMatchObject(unknown);
    }
  });

  it("reopens a closed account, as the password does", async () => {
    const { device, actor, password } = await withPasskey();
    await closeAccount({ actor, input: { password } });
    expect(await enter(device)).toMatchObject({ isReopened: true });
  });

  it("counts the failures of a network alone: a hundred, and then not even the right one", async () => {
    const { device } = await withPasskey();
    const visitor = { ...nobody, address: `10.77.${process.pid % 250}.${Date.now() % 250}` };
    for (let count = 0; count < 100; count += 1) {
      await expect(send("{}", visitor)).rejects.toMatchObject(unknown);
      if (count === 50) await send(device.answer(await askPasskey({ browser })), visitor);
    }
    const right = send(device.answer(await askPasskey({ browser })), visitor);
    await expect(right).rejects.toMatchObject({ code: "rate_limited" });
    const elsewhere = { ...visitor, address: "10.78.1.1" };
    await send(device.answer(await askPasskey({ browser })), elsewhere);
  });

  it("can't be added any more by a session that a new password has ended", async () => {
    const { actor, email, password } = await mintSignedIn();
    const options = await startPasskey({ actor, input: { name, password } });
    await requestPasswordReset({ visitor: nobody, input: { email } });
    const ticket = ticketIn(await keptMail(email, "Set a new password"));
    await resetSignIn({ visitor: nobody, input: { ticket, new_password: "a new long password" } });
    const adding = addPasskey({
      actor,
      input: { name, response: softAuthenticator().make(options) },
    });
    await expect(adding).rejects.toMatchObject({ code: "invalid_request" });
    expect(await listPasskeys({ actor })).toEqual([]);
  });

  it("ends with a password set by a mailed link, the way out for whoever did not add it", async () => {
    const { device, actor, email } = await withPasskey();
    await requestPasswordReset({ visitor: nobody, input: { email } });
    const ticket = ticketIn(await keptMail(email, "Set a new password"));
    await resetSignIn({ visitor: nobody, input: { ticket, new_password: "a new long password" } });
    await expect(enter(device)).rejects.toMatchObject(unknown);
    const { data } = await listActivity({ actor, input: { action: "password.reset", limit: 5 } });
    expect(data).toMatchObject([{ after: { passkeys: 1 } }]);
  });
});
