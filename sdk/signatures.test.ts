import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findLibraryPrograms, inEveryLibrary, type LibraryPrograms } from "@/lib/testing/sdk-stage";
import { inventWebhookSecret } from "@/lib/testing/sign-webhook";
import { signPayload } from "@/lib/webhooks/sign-payload";

const timeout = 100_000;
let programs: LibraryPrograms;

beforeAll(async () => {
  programs = await findLibraryPrograms();
}, timeout);

afterAll(() => programs?.close());

describe.concurrent("each library knows the signature of webhooks:", () => {
  const secret = inventWebhookSecret();
  const id = "evt_01HQX7Z8RNQK5ZF8TBPNT2YFKA";
  const body = JSON.stringify({ event: "sms.received", id, body: "Dziękuję 👍", test: true });
  const now = 1_778_855_029;
  const headersOf = (secrets: string[], timestamp = now) => ({
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signPayload({ id, timestamp, body }, secrets),
  });
  const signed = { secret, body, now, headers: headersOf([secret]) };
  const other = inventWebhookSecret();

  const cases: [name: string, input: object, expected: boolean][] = [
    ["what this installation signed", signed, true],
    ["header names in capitals", { ...signed, headers: inCapitals(signed.headers) }, true],
    ["two secrets while one is rotated", { ...signed, headers: headersOf([other, secret]) }, true],
    ["at the edge of the tolerance", { ...signed, now: now + 300 }, true],
    ["too old", { ...signed, now: now + 301 }, false],
    ["from the future", { ...signed, now: now - 301 }, false],
    ["another secret", { ...signed, headers: headersOf([other]) }, false],
    ["a changed body", { ...signed, body: body.replace("👍", "👎") }, false],
    ["another event", { ...signed, headers: { ...signed.headers, "webhook-id": "evt_x" } }, false],
    ["no headers", { ...signed, headers: {} }, false],
    [
      "a time that is none",
      { ...signed, headers: { ...signed.headers, "webhook-timestamp": "soon" } },
      false,
    ],
    [
      "a signature of nothing",
      { ...signed, headers: { ...signed.headers, "webhook-signature": "v1, v1 v2,AAAA" } },
      false,
    ],
  ];

  test("it accepts what this installation signed, and nothing else", { timeout }, async () => {
    const input = { cases: cases.map(([, each]) => each) };
    const names = cases.map(([name]) => name);
    await inEveryLibrary(async (library) => {
      const { value } = await programs.run(library, { command: "verify", input });
      const found = names.map((name, place) => [name, value[place]]);
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries(cases.map(([name, , expected]) => [name, expected])),
      );
    });
  });

  test("it accepts nothing when the secret is empty", { timeout }, async () => {
    await inEveryLibrary(async (library) => {
      const input = { cases: [{ ...signed, secret: "whsec_" }] };
      const { value } = await programs.run(library, { command: "verify", input });
      expect(value[0] === false || value.error?.code === "misuse").toBe(true);
    });
  });

  test("it signs as the installation does", { timeout }, async () => {
    await inEveryLibrary(async (library) => {
      const input = { secret, id, body, now };
      const { value } = await programs.run(library, { command: "sign", input });
      const names = Object.entries(value).map(([name, text]) => [name.toLowerCase(), text]);
      expect(Object.fromEntries(names)).toEqual(signed.headers);
    });
  });

  test("it reads a signed event, and refuses another", { timeout }, async () => {
    const headers = headersOf([secret], Math.floor(Date.now() / 1000));
    await inEveryLibrary(async (library) => {
      const read = (input: object) => programs.run(library, { command: "event", input });
      expect((await read({ secret, headers, body })).value).toEqual(JSON.parse(body));
      expect((await read(signed)).value.error.code).toBe("misuse");
    });
  });
});

function inCapitals(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.replace("webhook", "Webhook"), value]),
  );
}
