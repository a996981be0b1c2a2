import { randomUUID } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import type { z } from "zod";
import { confirmEmail } from "../accounts/confirm-email";
import {
  ChangeEmailInput,
  ChangePasswordInput,
  PasswordAndCodeInput,
  SignInInput,
  SignUpInput,
} from "../accounts/contract";
import { createAccount } from "../accounts/create-account";
import { requestEmailChange } from "../accounts/request-email-change";
import { resetPassword } from "../accounts/reset-password";
import { operatorOf } from "../core/actor";
import { AppError } from "../core/errors";
import { newId, publicId } from "../core/ids";
import { fieldSentences } from "../core/parse-input";
import type { Sentence } from "../core/sentence";
import { BalanceAlertInput } from "../credits/contract";
import { ReplayInput } from "../deliveries/contract";
import { replayDeliveries } from "../deliveries/replay-deliveries";
import { TopUpInput } from "../payments/contract";
import { ProfileInput } from "../preferences/contract";
import { beginSignIn } from "../sign-in/begin-sign-in";
import { finishSignIn } from "../sign-in/finish-sign-in";
import { mintSignedIn, nobody } from "../testing/signed-in";
import { CreateTokenInput, RotateTokenInput } from "../tokens/contract";
import { createToken } from "../tokens/create-token";
import { readTokenId } from "../tokens/read-token-id";
import { revokeToken } from "../tokens/revoke-token";
import { rotateToken } from "../tokens/rotate-token";
import { disableTotp } from "../two-step/disable-totp";
import { enableTotp } from "../two-step/enable-totp";
import { renewRecoveryCodes } from "../two-step/renew-recovery-codes";
import { CreateEndpointInput, TestEventInput } from "../webhooks/contract";
import { createEndpoint } from "../webhooks/create-endpoint";
import { explainRequest } from "../webhooks/explain-request";
import { explainSignature } from "../webhooks/explain-signature";
import { guardUrl } from "../webhooks/guard-url";
import { signPayload } from "../webhooks/sign-payload";
import { updateEndpoint } from "../webhooks/update-endpoint";

/** Words of its own in both languages, and none of zod's. */
function expectPolish(sentences: Sentence[]) {
  expect(sentences.length).toBeGreaterThan(0);
  const lacking = sentences.filter(
    (each) => each.in("pl") === each.in("en") || each.key === "core.wrongValue",
  );
  expect(lacking).toEqual([]);
}

/** What an error says, on top and beside its fields. */
async function saidBy(refused: () => unknown): Promise<Sentence[]> {
  const error = await Promise.resolve()
    .then(refused)
    .then(
      () => null,
      (reason: unknown) => reason,
    );
  if (!(error instanceof AppError)) throw new Error("Nothing was refused.", { cause: error });
  return [error.sentence, ...Object.values(error.fields ?? {}).flat()];
}

const long = "x".repeat(5000);

describe("what a form refuses is said in Polish", () => {
  const inputs: [string, z.ZodType, unknown[]][] = [
    [
      "sign-up",
      SignUpInput,
      [{}, { email: "x", password: "short" }, { email: `${long}@example.com`, password: long }],
    ],
    ["sign-in", SignInInput, [{}, { email: "", password: "" }]],
    ["a new password", ChangePasswordInput, [{}, { current_password: "", new_password: "" }]],
    ["a new e-mail", ChangeEmailInput, [{}, { new_email: "x", password: long }]],
    [
      "a code",
      PasswordAndCodeInput,
      [{}, { password: "", code: "" }, { password: "x", code: long }],
    ],
    [
      "the profile",
      ProfileInput,
      [
        { name: long, time_zone: "Mars", language: "xx" },
        { name: "\0", time_zone: "UTC", language: "en" },
      ],
    ],
    [
      "a token",
      CreateTokenInput,
      [
        { name: "", mode: "x", scopes: [], expires_at: "x", cidrs: ["x", "y"] },
        { name: long, mode: "live", scopes: ["x"], expires_at: "2020-01-01T00:00:00Z" },
        { mode: "live", scopes: "x", cidrs: Array.from({ length: 21 }, () => "192.0.2.1") },
        { name: "\u0007", mode: "live", cidrs: "x" },
        { name: "x", mode: "live", cidrs: [1] },
      ],
    ],
    ["a rotation", RotateTokenInput, [{ grace_hours: 1.5 }, { grace_hours: 500 }]],
    [
      "an endpoint",
      CreateEndpointInput,
      [
        {},
        { url: "", events: [], description: long },
        { url: long, events: ["x"], description: "\u0007" },
        { url: "x", events: "x", description: 1 },
      ],
    ],
    ["a warning of low credits", BalanceAlertInput, [{ below_credits: "-4", below_days: "soon" }]],
    ["credits to buy", TopUpInput, [{}, { amount: "own", own_amount: "many" }]],
    ["a test event", TestEventInput, [{ event: "x" }]],
    ["a replay", ReplayInput, [{}, { failed_since: "x" }, { event_id: "x", dry_run: "x" }]],
  ];

  it.each(inputs)("%s", (_name, contract, wrong) => {
    for (const input of wrong) {
      expectPolish(Object.values(fieldSentences(contract.safeParse(input).error)).flat());
    }
  });

  it.each([
    "not an address",
    `https://example.com/${long}`,
    "ftp://example.com",
    "https://ada:x@example.com",
    "https://example.com/#part",
    "https://metadata.google.internal/",
    "https://intranet/",
    "https://10.0.0.1/",
    "http://example.com/",
    "https://example.com:9999/",
  ])("the address %.40s", async (url) => {
    expectPolish(await saidBy(() => guardUrl(url)));
  });
});

describe("what a verb refuses is said in Polish", () => {
  it("accounts", async () => {
    const { email, password, actor } = await mintSignedIn();
    const other = await mintSignedIn();
    const changeTo = (new_email: string) =>
      requestEmailChange({ actor, input: { new_email, password } });
    const common = { email: `${randomUUID()}@example.com`, password: "passwordpassword" };
    for (const refused of [
      () => beginSignIn({ visitor: nobody, input: { email, password: "wrong" } }),
      () => createAccount({ email, password: "a long password" }),
      () => createAccount(common),
      () => createAccount({ email: common.email, password: common.email }),
      () => changeTo(email),
      () => changeTo(other.email),
      () => requestEmailChange({ actor, input: { new_email: common.email, password: "wrong" } }),
      () =>
        resetPassword({ visitor: nobody, input: { ticket: "x", new_password: "a long password" } }),
      () => confirmEmail({ visitor: nobody, input: { ticket: "x" } }),
      () => enableTotp({ actor, input: { code: "123456" } }),
      () => renewRecoveryCodes({ actor, input: { password } }),
      () => disableTotp({ actor, input: { password, code: "123456" } }),
      () => finishSignIn({ visitor: nobody, input: { ticket: "x", form: { code: "123456" } } }),
    ]) {
      expectPolish(await saidBy(refused));
    }
  });

  it("too many tries", async () => {
    const email = `${randomUUID()}@example.com`;
    const guess = () => beginSignIn({ visitor: nobody, input: { email, password: "wrong" } });
    for (let tries = 0; tries < 10; tries += 1) await saidBy(guess);
    const said = await saidBy(guess);
    expect(said[0]?.in("en")).toMatch(/^Too many attempts/);
    expectPolish(said);
  });

  it("tokens", async () => {
    const { accountId, tokenId } = await mintSignedIn();
    const input = { accountId, name: "x", mode: "live" as const };
    expectPolish(
      await saidBy(() => createToken({ actor: operatorOf(newId()), input: { ...input } })),
    );
    expectPolish(
      await saidBy(() =>
        revokeToken({ actor: operatorOf(accountId), input: { tokenId: newId() } }),
      ),
    );
    expectPolish(await saidBy(() => readTokenId("x")));
    await revokeToken({ actor: operatorOf(accountId), input: { tokenId } });
    expectPolish(
      await saidBy(() =>
        rotateToken({
          actor: operatorOf(accountId),
          input: { tokenId, wanted: { grace_hours: 0 } },
        }),
      ),
    );
  });

  it("webhooks", async () => {
    const { accountId } = await mintSignedIn();
    const owner = operatorOf(accountId, "live");
    const url = "https://example.com/hooks";
    const { id } = await createEndpoint({ actor: owner, input: { url } });
    const missing = publicId("evt", newId());
    expectPolish(
      await saidBy(() =>
        updateEndpoint({
          actor: owner,
          input: { endpointId: publicId("whk", newId()), wanted: { url } },
        }),
      ),
    );
    expectPolish(
      await saidBy(() =>
        replayDeliveries({
          actor: owner,
          input: { endpointId: id, wanted: { event_id: missing } },
        }),
      ),
    );
    await updateEndpoint({ actor: owner, input: { endpointId: id, wanted: { enabled: false } } });
    const since = new Date().toISOString();
    expectPolish(
      await saidBy(() =>
        replayDeliveries({
          actor: owner,
          input: { endpointId: id, wanted: { failed_since: since } },
        }),
      ),
    );
    for (const wrong of [{}, { headers: long.repeat(20), body: long.repeat(20), secret: long }]) {
      expectPolish(
        await saidBy(() =>
          explainRequest({ actor: owner, input: { endpointId: id, pasted: wrong } }),
        ),
      );
    }
    const pasted = { headers: "", body: "" };
    const { sentence } = await explainRequest({
      actor: owner,
      input: { endpointId: id, pasted: { ...pasted, secret: "whsec_x" } },
    });
    expectPolish([sentence]);
    for (let made = 1; made < 10; made += 1) await createEndpoint({ actor: owner, input: { url } });
    expectPolish(await saidBy(() => createEndpoint({ actor: owner, input: { url } })));
  });
});

test("why a signature fails is said in Polish, for every reason", () => {
  const secret = `whsec_${Buffer.alloc(32).toString("base64")}`;
  const id = publicId("evt", newId());
  const body = JSON.stringify({ event: "sms.delivered", id });
  const now = new Date();
  const headersAt = (seconds: number) => ({
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": signPayload({ id, timestamp: seconds, body }, [secret]),
  });
  const seconds = Math.round(now.getTime() / 1000);
  const right = headersAt(seconds);
  const explain = (headers: Record<string, string>, seen = body, secrets = [secret]) =>
    explainSignature({ secrets, headers, body: seen, now }).sentence;
  const other = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;
  expectPolish([
    explain(right),
    explain(headersAt(seconds - 900)),
    explain(headersAt(seconds + 900)),
    explain(right, JSON.stringify(JSON.parse(body), null, 2)),
    explain(right, body.replace(id, publicId("evt", newId()))),
    explain(right, body, [other]),
    explain({}),
    explain({ "webhook-id": id }),
    explain({ "webhook-id": id, "webhook-timestamp": "1" }),
    explain({ ...right, "webhook-timestamp": "soon" }),
    explain({ ...right, "webhook-signature": "v1" }),
  ]);
});
