import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { languages } from "../language/language";
import { countSegments } from "../sms/count-segments";
import { createTemplate } from "../templates/create-template";
import { mintVerifier, rowOf, verified } from "../testing/verification-scene";
import { codeOf } from "./_code-of";
import { codeText, withWebOtp } from "./_code-words";
import { startVerification } from "./start-verification";
import { withCode } from "./with-code";

/** The text that its carrier gets, and the code that it should have. */
async function textOf(actor: Actor, fields: object) {
  const input = { to: verified, ...fields };
  const {
    verification: { verification_id },
  } = await startVerification({ actor, input });
  const rows = await db().select().from(messages).where(eq(messages.accountId, actor.accountId));
  return { body: rows.map(withCode)[0]?.body, code: codeOf(await rowOf(actor, verification_id)) };
}

test.each(languages)(
  "our text in %s is one segment, however long code and life are",
  (language) => {
    const text = codeText(language, { code: "8888888888", minutes: 60 });
    expect(countSegments(text)).toMatchObject({ segments: 1, encoding: "GSM-7" });
    const longer = withWebOtp(text, "accounts.example.com", "8888888888");
    expect(countSegments(longer).segments).toBe(1);
  },
);

test("the text has the code, its minutes, and on demand the last line for browsers", async () => {
  const english = await textOf(await mintVerifier(), { ttl: 119 });
  expect(english.body).toBe(
    `${english.code} is your code. It works for 1 min. Don't share it with anyone.`,
  );
  const polish = await textOf(await mintVerifier(), {
    ...{ language: "pl", webotp_domain: "Example.COM", code_length: 4 },
  });
  expect(polish.code).toMatch(/^\d{4}$/);
  expect(polish.body).toBe(
    `${polish.code} to kod weryfikacyjny. Wygasa za 10 min. Nie podawaj go nikomu.\n\n@example.com #${polish.code}`,
  );
});

describe("a template", () => {
  const save = async (actor: Actor, body: string) =>
    (await createTemplate({ actor, input: { name: "Code", body } })).template_id;

  test("stands for our text, with the code and its minutes", async () => {
    const actor = await mintVerifier();
    const template = await save(actor, "Shop: {{code}} ({{minutes|few}} min)");
    const { body, code } = await textOf(actor, { template, ttl: 300 });
    expect(body).toBe(`Shop: ${code} (5 min)`);
  });

  test.each([
    ["without the code", "Your parcel arrives."],
    ["with two codes side by side", "{{code}}{{code}}"],
    ["with what masks of codes look like", "{{code}} ••••"],
    ["with the code right beside such marks", "•{{code}}"],
    ["with a variable that nobody gives", "{{code}} for {{first_name}}"],
    ["that is too long", `{{code}} ${"a".repeat(1600)}`],
  ])("%s is rejected by its name", async (_what, body) => {
    const actor = await mintVerifier();
    const template = await save(actor, body);
    await expect(textOf(actor, { template })).rejects.toMatchObject({
      code: "invalid_request",
      fields: { template: [expect.anything()] },
    });
  });

  test("of another account is none", async () => {
    const template = await save(await mintVerifier(), "{{code}}");
    await expect(textOf(await mintVerifier(), { template })).rejects.toMatchObject({
      fields: { template: [expect.anything()] },
    });
  });
});
