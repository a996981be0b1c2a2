import { expect } from "@playwright/test";
import { call, client, guideMessage } from "./client";
import { atEachDoor, doors } from "./doors";
import { test } from "./fixtures";

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
/** The guide's message as JSON text, with one field written as it stands here. */
const withField = (field: string, json: string) =>
  JSON.stringify({ ...guideMessage, [field]: "?" }).replace('"?"', json);

const refused: [what: string, json: string, wrong: string[]][] = [
  ["a NUL in each text", allTexts("\\u0000"), ["body", "client_ref", "from", "to"]],
  [
    "half of a surrogate pair in each text",
    allTexts("\\ud83d"),
    ["body", "client_ref", "from", "to"],
  ],
  ["a control character", withField("body", '"\\u0007"'), ["body"]],
  ["texts nested deeply", withField("body", nested(30_000)), ["body"]],
  ["a number beyond all floats", withField("validity", "1e400"), ["validity"]],
  ["a huge number", withField("validity", "9".repeat(1000)), ["validity"]],
  ["a negative number", withField("validity", "-1"), ["validity"]],
  ["numbers where texts belong", '{"from":1,"to":48732129000,"body":2}', ["body", "from", "to"]],
  [
    "objects where texts belong",
    '{"from":{},"to":[],"body":{"toString":1}}',
    ["body", "from", "to"],
  ],
  ["a day that is none", withField("scheduled_at", '"2027-02-30T10:00:00Z"'), ["scheduled_at"]],
  [
    "a year beyond all calendars",
    withField("scheduled_at", '"+999999-01-01T00:00:00Z"'),
    ["scheduled_at"],
  ],
  ["a number that is no phone's", withField("to", '"999999999999999"'), ["to"]],
  [
    "fields of the prototype",
    '{"__proto__":{"from":"A","to":"48732129000","body":"x"}}',
    ["body", "from", "to"],
  ],
];

const taken: [what: string, json: string][] = [
  ["a field named __proto__", withField("__proto__", '{"from":"Evil","isAdmin":true}')],
  ["SQL", withField("client_ref", '"\'; drop table messages; --"')],
  ["an unknown field nested deeply", withField("more", nested(30_000))],
  ["a byte order mark", `\ufeff${JSON.stringify(guideMessage)}`],
  [
    "a key given twice: the last one counts",
    `{"from":"","from":"YourBrand",${JSON.stringify(guideMessage).slice(1)}`,
  ],
];

function allTexts(character: string): string {
  const text = `"a${character}"`;
  return `{"from":${text},"to":"4873${character}","body":${text},"client_ref":${text}}`;
}

atEachDoor((door) => {
  test("nothing a body can say breaks the server: it is refused field by field", async ({
    account,
  }) => {
    const { post } = client(door.url, account.token);
    for (const [what, json, wrong] of refused) {
      await test.step(what, async () => {
        const answer = await post(json);
        expect(answer.status).toBe(422);
        expect(Object.keys(answer.json["errors"] as object).sort()).toEqual(wrong);
      });
    }
  });

  test("what only looks hostile is taken as it is", async ({ account }) => {
    const { post } = client(door.url, account.token);
    for (const [what, json] of taken) {
      await test.step(what, async () => {
        const answer = await post(json);
        expect(answer.status).toBe(200);
        expect(answer.json).toMatchObject({ from: "YourBrand", to: "48732129000" });
      });
    }
  });

  test("strange ids and headers are refused, not stumbled over", async ({ account }) => {
    const { read, send } = client(door.url, account.token);
    for (const id of [
      "%00",
      "..%2f..%2fsms",
      "msg_%F0%9F%92%A5",
      "a".repeat(5000),
      "'--",
      "msg_",
    ]) {
      expect((await read(id)).status).toBe(404);
    }
    for (const key of ['"', "x".repeat(4000), "null", "\u00ff"]) {
      expect((await send({}, { "idempotency-key": key })).status).toBe(422);
    }
  });
});

test("a path that is no text is not found", async ({ account }) => {
  const { read } = client(doors.front.url, account.token);
  expect((await read("%ff")).status).toBe(404);
  expect((await call(`${doors.front.url}/api/%E0%A4%A`)).status).toBe(404);
});
