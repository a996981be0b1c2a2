import { afterAll, beforeAll, expect, test } from "vitest";
import type { oas31 } from "zod-openapi";
import { deliveredEvent, exampleHeaders, exampleSecret } from "../operations/webhook-examples";
import { lintDocument } from "../testing/lint-document";
import { type Receiver, startReceiver } from "../testing/start-receiver";
import { subscribe } from "../testing/webhook-place";
import { webhookEvents } from "../webhooks/event-contract";
import { sendTestEvent } from "../webhooks/send-test-event";
import { signPayload } from "../webhooks/sign-payload";
import { buildDocument } from "./build-document";

process.env["WEBHOOK_ALLOW_SUBNETS"] = "127.0.0.1";

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.close());

test("what an endpoint gets is what the document says, member by member and in that order", async () => {
  const document = structuredClone(buildDocument("https://sms.example.org"));
  expect(Object.keys(document.webhooks ?? {})).toEqual(webhookEvents);
  const { owner, id } = await subscribe(receiver.url);
  for (const event of webhookEvents) {
    await sendTestEvent({ actor: owner, input: { endpointId: id, wanted: { event } } });
    const { headers, body } = receiver.requests.at(-1) ?? { headers: {}, body: "" };
    const { content, parameters } = documented(document, event);
    const value = JSON.parse(body);
    const [example] = Object.values(content.examples ?? {}) as oas31.ExampleObject[];
    expect(Object.keys(value)).toEqual(Object.keys(example?.value));
    expect(Object.keys(headers)).toEqual(expect.arrayContaining(parameters));
    content.examples = { ...content.examples, real: { summary: "A real replay", value } };
  }
  expect(await lintDocument(document)).toEqual([]);
});

test("an event with a member too many is found", async () => {
  const document = structuredClone(buildDocument("https://sms.example.org"));
  const { content } = documented(document, "sms.failed");
  content.examples = { wrong: { summary: "Wrong", value: { ...deliveredEvent, more: 1 } } };
  expect(await lintDocument(document)).toEqual(
    expect.arrayContaining([expect.stringContaining("`more`")]),
  );
});

test("the signature of the examples is right", () => {
  const id = exampleHeaders["webhook-id"];
  const timestamp = Number(exampleHeaders["webhook-timestamp"]);
  const body = JSON.stringify(deliveredEvent);
  const signature = signPayload({ id, timestamp, body }, [exampleSecret]);
  expect(exampleHeaders["webhook-signature"]).toBe(signature);
});

/** The body and the names of the header fields that the document promises for an event. */
function documented({ webhooks = {} }: oas31.OpenAPIObject, event: string) {
  const { requestBody, parameters = [] } = webhooks[event]?.post ?? {};
  const content = (requestBody as oas31.RequestBodyObject).content["application/json"];
  if (!content) throw new Error(`${event} has no body.`);
  return { content, parameters: parameters.map((each) => (each as oas31.ParameterObject).name) };
}
