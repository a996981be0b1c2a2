import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { passkeys } from "@/drizzle/schema/passkeys";
import { changePassword } from "../accounts/change-password";
import { listActivity } from "../activity/list-activity";
import { db } from "../core/db";
import { appCode } from "../testing/app-code";
import { keptMail } from "../testing/kept-mail";
import { mintPerson } from "../testing/mint-person";
import { mintSignedIn } from "../testing/signed-in";
import { softAuthenticator } from "../testing/soft-authenticator";
import { enableTotp } from "../two-step/enable-totp";
import { getTotp } from "../two-step/get-totp";
import { startTotp } from "../two-step/start-totp";
import { addPasskey } from "./add-passkey";
import { maxPasskeys } from "./contract";
import { listPasskeys } from "./list-passkeys";
import { relyingParty } from "./relying-party";
import { removePasskey } from "./remove-passkey";
import { startPasskey } from "./start-passkey";

type Person = Awaited<ReturnType<typeof mintSignedIn>>;

const name = "Ada's laptop";
const notVerified = { code: "invalid_request", message: /couldn't be verified/ };

function start({ actor, password }: Person, code?: string) {
  return startPasskey({ actor, input: { name, password, ...(code && { code }) } });
}

async function added(person: Person, device = softAuthenticator()) {
  await addPasskey({
    actor: person.actor,
    input: { name, response: device.make(await start(person)) },
  });
  const [passkey] = (await listPasskeys({ actor: person.actor })).slice(-1);
  if (!passkey) throw new Error("it should be listed");
  return { device, passkey };
}

function refusal({ code, message }: { code: string; message: RegExp }) {
  return { code, message: expect.stringMatching(message) };
}

afterEach(() => vi.restoreAllMocks());

describe("adding a passkey", () => {
  it("takes the password, lists it by its name, mails its person, and is recorded", async () => {
    const person = await mintSignedIn();
    const { actor, email } = person;
    const wrong = startPasskey({ actor, input: { name, password: "not this" } });
    await expect(wrong).rejects.toMatchObject({
      details: { fields: { password: [expect.anything()] } },
    });
    await added(person);
    expect(await listPasskeys({ actor })).toMatchObject([{ name, lastUsedAt: null }]);
    expect((await keptMail(email, "A passkey was added")).paragraphs.join(" ")).toContain(name);
    const { data } = await listActivity({ actor, input: { action: "passkey.added", limit: 5 } });
    expect(data).toMatchObject([{ target: { name: email }, after: { name } }]);
  });

  it("asks the browser for a key that is found without an email and used with a PIN, and for no certificate", async () => {
    const person = await mintSignedIn();
    const { device } = await added(person);
    expect(await start(person)).toMatchObject({
      rp: { id: "localhost" },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      excludeCredentials: [{ id: device.credentialId, transports: ["internal"] }],
    });
  });

  it("takes a code, too, of who has two-step sign-in: a passkey replaces it", async () => {
    const person = await mintSignedIn();
    const { actor, password } = person;
    await startTotp({ actor, input: { password } });
    const state = await getTotp({ actor });
    if (state.kind !== "pending") throw new Error("it should be pending");
    await enableTotp({ actor, input: { code: appCode(state.secret, -1) } });
    await expect(start(person)).rejects.toMatchObject({
      details: { fields: { code: [expect.anything()] } },
    });
    await expect(start(person, "000000")).rejects.toMatchObject({ code: "invalid_request" });
    const code = appCode(state.secret);
    await expect(start(person, code)).resolves.toMatchObject({ challenge: expect.any(String) });
    await expect(start(person, code)).rejects.toMatchObject({ code: "invalid_request" });
  });

  it.each([
    ["another page", { origin: "https://depesza.example" }],
    ["another installation", { rpId: "depesza.example" }],
    ["a device that did not ask for a PIN", { isVerified: false }],
  ])("rejects one of %s", async (_, lies) => {
    const person = await mintSignedIn();
    const response = softAuthenticator().make(await start(person), lies);
    const adding = addPasskey({ actor: person.actor, input: { name, response } });
    await expect(adding).rejects.toMatchObject(refusal(notVerified));
    expect(await listPasskeys({ actor: person.actor })).toEqual([]);
  });

  it("rejects a certificate unread, so that nobody has us fetch an address in it", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    const person = await mintSignedIn();
    const certificate = new Uint8Array(Buffer.from("30820101", "hex"));
    const response = softAuthenticator().make(await start(person), { certificate });
    const adding = addPasskey({ actor: person.actor, input: { name, response } });
    await expect(adding).rejects.toMatchObject(refusal(notVerified));
    expect(fetched).not.toHaveBeenCalled();
  });

  it("takes the challenge of this session alone, once, and within five minutes", async () => {
    const person = await mintSignedIn();
    const { actor } = person;
    const late = refusal({ code: "invalid_request", message: /took too long/ });
    const add = (response: string) => addPasskey({ actor, input: { name, response } });
    const options = await start(person);
    await add(softAuthenticator().make(options));
    await expect(add(softAuthenticator().make(options))).rejects.toMatchObject(late);
    const stranger = await mintSignedIn();
    await expect(add(softAuthenticator().make(await start(stranger)))).rejects.toMatchObject(late);
    const made = softAuthenticator().make(await start(person), { challenge: "AAAA" });
    await expect(add(made)).rejects.toMatchObject(late);
    const old = softAuthenticator().make(await start(person));
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 5 * 60_000 + 1);
    await expect(add(old)).rejects.toMatchObject(late);
  });

  it("rejects what is no response of a browser, of any size and shape", async () => {
    const { actor } = await mintSignedIn();
    const texts = [
      "",
      "{}",
      "[",
      "null",
      '"x"',
      `{"id":"${"A".repeat(20_000)}"}`,
      "[".repeat(9000),
    ];
    for (const response of [...texts, undefined, ["{}", "{}"]]) {
      const adding = addPasskey({ actor, input: { name, response } });
      await expect(adding).rejects.toMatchObject(refusal(notVerified));
    }
  });

  it("needs a name that can be stored, before the device makes anything", async () => {
    const { actor, password } = await mintSignedIn();
    for (const wrong of ["", " ", "a\0b", "x".repeat(61)]) {
      const starting = startPasskey({ actor, input: { name: wrong, password } });
      await expect(starting).rejects.toMatchObject({
        details: { fields: { name: [expect.anything()] } },
      });
    }
  });

  it("adds a device once, whoever asks", async () => {
    const person = await mintSignedIn();
    const { device } = await added(person);
    const stranger = await mintSignedIn();
    await expect(added(stranger, device)).rejects.toMatchObject({ code: "conflict" });
    expect(await listPasskeys({ actor: stranger.actor })).toEqual([]);
  });

  it("ends at twenty, also for two that are added at the same moment", async () => {
    const person = await mintSignedIn();
    const { actor, userId } = person;
    await db()
      .insert(passkeys)
      .values(
        Array.from({ length: maxPasskeys - 1 }, () => ({
          ...{ id: randomUUID(), userId, credentialId: randomUUID(), publicKey: "" },
          ...{ counter: 0, transports: [], name },
        })),
      );
    const [one, other] = [await start(person), await start(person)].map((options) =>
      addPasskey({ actor, input: { name, response: softAuthenticator().make(options) } }),
    );
    const outcomes = await Promise.allSettled([one, other]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(start(person)).rejects.toMatchObject(
      refusal({ code: "conflict", message: /up to 20/ }),
    );
  });

  it("is for the person alone: not for an administrator who looks at their account", async () => {
    const person = await mintSignedIn();
    await added(person);
    const viewing = { by: "admin@example.com", until: new Date(Date.now() + 60_000) };
    const actor = { ...person.actor, viewing };
    const input = { name, password: person.password };
    await expect(startPasskey({ actor, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(addPasskey({ actor, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removePasskey({ actor, input })).rejects.toMatchObject({ code: "forbidden" });
    expect(await listPasskeys({ actor })).toEqual([]);
  });
});

describe("the email about a new passkey", () => {
  it("names the way out that removes it, a password set by its link, and not the settings", async () => {
    const person = await mintSignedIn();
    const { actor, email, password } = person;
    await added(person);
    const { paragraphs, link } = await keptMail(email, "A passkey was added");
    expect(link?.url).toMatch(/\/forgot-password$/);
    expect(paragraphs.at(-1)).toMatch(/with the link in this email\. .*in the settings doesn't\.$/);
    const words = { current_password: password, new_password: `quite another ${randomUUID()}` };
    await changePassword({ actor, input: words });
    expect(await listPasskeys({ actor })).toHaveLength(1);
  });
});

describe("removing a passkey", () => {
  it("takes the password, mails its person, and is recorded", async () => {
    const person = await mintSignedIn();
    const { actor, email, password } = person;
    const { passkeyId } = (await added(person)).passkey;
    const wrong = removePasskey({ actor, input: { passkey_id: passkeyId, password: "not this" } });
    await expect(wrong).rejects.toMatchObject({
      details: { fields: { password: [expect.anything()] } },
    });
    await removePasskey({ actor, input: { passkey_id: passkeyId, password } });
    expect(await listPasskeys({ actor })).toEqual([]);
    expect((await keptMail(email, "A passkey was removed")).paragraphs.join(" ")).toContain(name);
    const { data } = await listActivity({ actor, input: { action: "passkey.removed", limit: 5 } });
    expect(data).toMatchObject([{ target: { name: email }, before: { name } }]);
  });

  it("never removes somebody else's, of the same account either", async () => {
    const person = await mintSignedIn();
    const { passkeyId } = (await added(person)).passkey;
    const stranger = await mintSignedIn();
    for (const id of [passkeyId, randomUUID(), "x"]) {
      const input = { passkey_id: id, password: stranger.password };
      await expect(removePasskey({ actor: stranger.actor, input })).rejects.toMatchObject({
        code: expect.stringMatching(/not_found|invalid_request/),
      });
    }
    const colleague = await mintPerson(person.accountId, "owner");
    expect(await listPasskeys({ actor: colleague })).toEqual([]);
    expect(await db().select().from(passkeys).where(eq(passkeys.id, passkeyId))).toHaveLength(1);
  });
});

describe("the place of passkeys", () => {
  it.each([
    ["https://sms.example.com", "sms.example.com"],
    ["https://sms.example.com:8443/", "sms.example.com"],
    ["http://localhost:3000", "localhost"],
  ])("at %s is %s", (address, id) => {
    expect(relyingParty(address)).toEqual({ id, origin: address.replace(/\/$/, "") });
  });

  it.each([
    "http://sms.example.com",
    "https://192.0.2.1",
    "http://127.0.0.1:3000",
    "https://[::1]",
  ])("at %s is none", (address) => expect(relyingParty(address)).toBeNull());
});
