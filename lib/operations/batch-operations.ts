import { z } from "zod";
import { echoedOnWire, nothingEchoed } from "../core/echoed-contract";
import { BatchAnswer, maxBatchMessages, SendBatchInput } from "../sending/batch-contract";
import { exampleMessageId, guideMessage } from "./examples";
import { NewMessage } from "./new-message";
import type { Operation } from "./operation";

/** The entries are checked one by one, so the contract of the batch itself leaves their shape open. */
const DocumentedBatch = SendBatchInput.extend({
  messages: z
    .array(NewMessage)
    .min(1)
    .max(maxBatchMessages)
    .meta({ description: SendBatchInput.shape.messages.description ?? "" }),
});

const fixedLine = "48221234567 is a landline and can't receive SMS.";
const second = { ...guideMessage, to: "48732129001" };

const sendBatch = {
  id: "sendBatch",
  method: "post",
  path: "/api/sms/batch",
  tag: "Messages",
  summary: "Send up to 10,000 messages",
  description:
    "Each message is validated, charged, and answered separately, in order. Invalid messages are reported by index, and the others are sent. Credits are used in order as well. Set a unique idempotency key on every message, and you can repeat the whole request without sending anything twice. A batch counts as one request and as many messages as it has entries. If it exceeds the message limit, the whole batch is rejected (429) and nothing is stored.",
  scope: "send",
  body: {
    schema: DocumentedBatch,
    maxBytes: 8_388_608,
    examples: [
      {
        name: "two",
        summary: "Two messages",
        value: { messages: [guideMessage, second] },
      },
      {
        name: "one_wrong",
        summary: "Two messages, one of them to a landline",
        value: { messages: [guideMessage, { ...second, to: "48221234567" }] },
      },
    ],
  },
  answers: {
    200: {
      description: "The batch was well formed. `data` has the result of each message.",
      schema: BatchAnswer,
      examples: [
        {
          name: "two",
          summary: "Two messages",
          value: {
            accepted: 2,
            rejected: 0,
            data: [accepted(0, exampleMessageId), accepted(1, "msg_01HQX7Z8RPGW2N7V0D5M3T9XCB")],
          },
        },
        {
          name: "one_wrong",
          summary: "Two messages, one of them to a landline",
          value: {
            accepted: 1,
            rejected: 1,
            data: [
              accepted(0, exampleMessageId),
              {
                index: 1,
                code: "invalid_request",
                detail: fixedLine,
                errors: { to: [fixedLine] },
              },
            ],
          },
        },
      ],
    },
  },
  errors: [],
} satisfies Operation;

function accepted(index: number, message_id: string) {
  return {
    index,
    message_id,
    status: "queued",
    segments: 1,
    credits: 1,
    ...echoedOnWire(nothingEchoed),
  };
}

/** `POST /api/sms/batch`. */
export const batchOperations = { sendBatch };
