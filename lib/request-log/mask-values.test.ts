import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskValues } from "./mask-values";

const number = "48732129000";
const text = "Your login code: 482910";

describe("what is shown of a request", () => {
  test("is its shape: which fields it had, and of texts their length", () => {
    const body = { from: "YourBrand", to: number, body: text, dry_run: true, validity: 600 };
    expect(maskValues(body)).toEqual({
      from: "YourBrand",
      to: "48•••••9000",
      body: "[23 characters]",
      dry_run: true,
      validity: "600",
    });
  });

  test("has no key, reference, or secret", () => {
    const body = {
      idempotency_key: "8e03978e-40d5-43e8-bc93-6894a57f9324",
      client_ref: "order 1042",
      name: "Jan Kowalski",
      url: "https://example.com/hook?token=s3cret",
    };
    const shown = JSON.stringify(maskValues(body));
    for (const value of Object.values(body)) expect(shown).not.toContain(value);
  });

  test("has no number, however it is written", () => {
    for (const to of [number, `+${number}`, Number(number), [number, number], { number }]) {
      const shown = JSON.stringify(maskValues({ to, messages: [{ to }] }));
      expect(shown).not.toContain("732129");
    }
    expect(maskValues({ from: number })).toEqual({ from: "48•••••9000" });
  });

  test("has nothing of what customers name themselves, not even the names", () => {
    const body = { variables: { "Jan Kowalski": "482910", code: 482_910 }, unknown_thing: text };
    expect(maskValues(body)).toEqual({ variables: "[2 fields]", "[1 other]": true });
    const metadata = { from: "YourBrand", status: "failed" };
    expect(maskValues({ metadata })).toEqual({ metadata: "[2 fields]" });
    expect(maskValues({ "metadata[status]": "failed" })).toEqual({ "[1 other]": true });
  });

  test("keeps times, IDs, and words of the API, and only where they belong", () => {
    const id = "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA";
    const right = {
      scheduled_at: "2030-05-15T14:23:48.530Z",
      template_id: id,
      status: "failed,bounced",
    };
    expect(maskValues(right)).toEqual(right);
    const wrong = { scheduled_at: text, template_id: text, status: "call me back", body: "failed" };
    expect(Object.values(maskValues(wrong) as object)).toEqual(
      Object.values(wrong).map(({ length }) => `[${length} characters]`),
    );
  });

  test("is short, however much came", () => {
    const messages = Array.from({ length: 10_000 }, () => ({ to: number, body: text }));
    const shown = maskValues({ messages }) as { messages: unknown[] };
    expect(shown.messages).toHaveLength(4);
    expect(shown.messages.at(-1)).toBe("[9997 more]");
    let deep: object = { body: text };
    for (let depth = 0; depth < 60; depth += 1) deep = { messages: [deep] };
    expect(JSON.stringify(maskValues(deep)).length).toBeLessThanOrEqual(2000);
  });

  test.each([null, undefined, "text", 7, true])("of %j is nothing", (value) => {
    expect(maskValues(value)).toBeNull();
  });
});

test("no text or number of seven digits and more comes through, wherever in a body it is", () => {
  const field = fc.constantFrom(
    ...["from", "to", "body", "client_ref", "number", "sender", "q", "name", "limit", "status"],
    ...["scheduled_at", "variables", "messages", "template_id", "idempotency_key", "anything"],
  );
  const secret = fc.constantFrom("Spotkajmy się o 17", "482910482910", 48_732_129_000);
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 5 }, secret, fc.array(tie("any"), { maxLength: 4 }), tie("object")),
    object: fc.dictionary(field, tie("any"), { maxKeys: 5 }),
  })).object;
  fc.assert(
    fc.property(value, (body) => {
      const shown = JSON.stringify(maskValues(body));
      expect(shown).not.toContain("Spotkajmy");
      expect(shown).not.toMatch(/\d{7,}/);
    }),
  );
});
