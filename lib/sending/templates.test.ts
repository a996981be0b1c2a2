import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Actor, operatorOf } from "../core/actor";
import { closeDatabase } from "../core/db";
import { getMessage } from "../messages/get-message";
import { createTemplate } from "../templates/create-template";
import { updateTemplate } from "../templates/update-template";
import { startStatementCounter } from "../testing/count-statements";
import { mintAccount } from "../testing/mint-account";
import { sendBatch } from "./send-batch";
import { sendMessage } from "./send-message";

const counter = await startStatementCounter(process.env["DATABASE_URL"] ?? "");
process.env["DATABASE_URL"] = counter.url;
afterAll(async () => {
  await closeDatabase();
  await counter.stop();
});

async function countStatements(act: () => Promise<unknown>): Promise<number> {
  const before = counter.count();
  await act();
  return counter.count() - before;
}

const guide = { from: "YourBrand", to: "48732129000" };
let actor: Actor;
let template_id: string;
beforeAll(async () => {
  actor = operatorOf((await mintAccount()).accountId, "live");
  const input = { name: "Parcel", body: "Hi {{name|there}}, parcel {{parcel}} comes today." };
  template_id = (await createTemplate({ actor, input })).template_id;
});

describe("a send with a template", () => {
  test("sends the text with the values of the variables", async () => {
    const input = { ...guide, template_id, variables: { parcel: "7", name: "Łucja" } };
    const { accepted } = await sendMessage({ actor, input });
    const messageId = String(accepted.message_id);
    const { body } = await getMessage({ actor, input: { messageId } });
    expect(body).toBe("Hi Łucja, parcel 7 comes today.");
    expect(accepted.encoding).toBe("UCS-2");
  });

  test("is priced by a dry run as it would be sent", async () => {
    const input = { ...guide, template_id, variables: { parcel: "7".repeat(200) }, dry_run: true };
    expect((await sendMessage({ actor, input })).accepted).toMatchObject({
      status: "dry_run",
      segments: 2,
      credits: 2,
    });
  });

  test("is refused before a text is made that is longer than any message", async () => {
    const long = await createTemplate({
      actor,
      input: { name: "Long", body: "{{a}}".repeat(30) },
    });
    const variables = { a: "x".repeat(300) };
    const input = { ...guide, template_id: long.template_id, variables };
    await expect(sendMessage({ actor, input })).rejects.toMatchObject({
      code: "invalid_request",
      details: { fields: { body: [expect.stringContaining("10 segments")] } },
    });
  });

  test.each([
    [{ variables: {} }, { variables: [/value for parcel/] }],
    [{ variables: { parcel: " " } }, { variables: [/value for parcel/] }],
    [{ variables: { parcel: "7" }, body: "x" }, { template_id: [/not both/] }],
    [{ variables: { parcel: 7 } }, { variables: [/value of parcel/] }],
    [{ variables: { parcel: "7".repeat(301) } }, { variables: [/value of parcel/] }],
    [{ variables: { parcel: "7\u0000" } }, { variables: [/U\+0000/] }],
    [{ variables: { "1": "7" } }, { variables: [/not the name/] }],
    [{ variables: ["7"] }, { variables: [/must be an object/] }],
    [{ variables: "7" }, { variables: [/must be an object/] }],
    [
      { variables: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`v${i}`, "x"])) },
      { variables: [/at most 100/] },
    ],
    [{ template_id: "tpl_00000000000000000000000000" }, { template_id: [/no template/] }],
    [{ template_id: 7 }, { template_id: [/no template/] }],
    [{ template_id: null, body: "x", variables: { a: "b" } }, { variables: [/need a template/] }],
  ])("is refused with %j", async (more, fields) => {
    const error = await sendMessage({ actor, input: { ...guide, template_id, ...more } }).catch(
      (thrown) => thrown,
    );
    expect(error.code).toBe("invalid_request");
    const said = Object.entries(fields).map(([name, words]) => [
      name,
      words.map((pattern) => expect.stringMatching(pattern)),
    ]);
    expect(error.details.fields).toEqual(Object.fromEntries(said));
  });

  test("of another account is refused", async () => {
    const stranger = operatorOf((await mintAccount()).accountId, "live");
    const input = { ...guide, template_id, variables: { parcel: "7" } };
    const refused = sendMessage({ actor: stranger, input });
    await expect(refused).rejects.toMatchObject({ code: "invalid_request" });
  });

  test("is the same request as the rendered text under its key, and another once the text is", async () => {
    const made = await createTemplate({ actor, input: { name: "Key", body: "Hi {{a}}" } });
    const keyed = { ...guide, idempotency_key: randomUUID() };
    const input = { ...keyed, template_id: made.template_id, variables: { a: "b" } };
    expect((await sendMessage({ actor, input })).isReplay).toBe(false);
    expect((await sendMessage({ actor, input })).isReplay).toBe(true);
    expect((await sendMessage({ actor, input: { ...keyed, body: "Hi b" } })).isReplay).toBe(true);
    const wanted = { body: "Bye {{a}}" };
    await updateTemplate({ actor, input: { templateId: made.template_id, wanted } });
    const mismatch = { code: "idempotency_mismatch" };
    await expect(sendMessage({ actor, input })).rejects.toMatchObject(mismatch);
  });
});

describe("a batch", () => {
  test("renders each message by itself and rejects alone what lacks a value", async () => {
    const { data } = await sendBatch({
      actor,
      input: {
        messages: [
          { ...guide, template_id, variables: { parcel: "7" } },
          { ...guide, template_id },
          { ...guide, body: "Plain" },
          { ...guide, template_id, variables: { parcel: "7" }, dry_run: true },
        ],
      },
    });
    expect(data).toMatchObject([
      { status: "queued" },
      { code: "invalid_request", errors: { variables: [expect.stringContaining("parcel")] } },
      { status: "queued" },
      { status: "dry_run" },
    ]);
  });

  test("reads the templates of all its messages by one query, and none without any", async () => {
    const plain = Array.from({ length: 50 }, () => ({ ...guide, body: "x", dry_run: true }));
    const filled = plain.map(({ body: _, ...rest }) => {
      return { ...rest, template_id, variables: { parcel: "7" } };
    });
    const once = () => sendBatch({ actor, input: { messages: plain } });
    await once();
    const without = await countStatements(once);
    const within = await countStatements(() => sendBatch({ actor, input: { messages: filled } }));
    expect(within - without).toBe(1);
  });
});
