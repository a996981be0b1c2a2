import { AcceptedMessage } from "../messages/contract";
import { exampleKey, guideAccepted, guideMessage, later } from "./examples";
import { IdempotencyHeader } from "./idempotency-header";
import { NewMessage } from "./new-message";
import type { Operation } from "./operation";

const sendMessage = {
  id: "sendMessage",
  method: "post",
  path: "/api/sms",
  tag: "Messages",
  summary: "Send a message",
  description:
    "Accepts one SMS. The message is validated, priced, stored, and charged before the response. Send a unique idempotency key with each message: a retry, even after a lost response, returns the original response and never sends twice.",
  scope: "send",
  headers: IdempotencyHeader,
  body: {
    schema: NewMessage,
    maxBytes: 65_536,
    examples: [
      { name: "now", summary: "Send now", value: guideMessage },
      {
        name: "scheduled",
        summary: "Send later, with an idempotency key, your own reference, and metadata",
        value: {
          ...guideMessage,
          body: "Your parcel arrives today between 10 and 12.",
          scheduled_at: later,
          idempotency_key: exampleKey,
          client_ref: "order 1042",
          metadata: { shop: "Gdynia", parcels: 2 },
        },
      },
      {
        name: "dry_run",
        summary: "Validate and price without sending",
        value: { ...guideMessage, dry_run: true },
      },
    ],
  },
  answers: {
    200: {
      description: "Accepted and stored durably. For a dry run, what it would cost.",
      schema: AcceptedMessage,
      headers: ["Idempotent-Replayed"],
      examples: [
        { name: "now", summary: "Send now", value: guideAccepted },
        {
          name: "scheduled",
          summary: "Send later, with an idempotency key, your own reference, and metadata",
          value: {
            ...guideAccepted,
            status: "scheduled",
            scheduled_at: later,
            client_ref: "order 1042",
            metadata: { shop: "Gdynia", parcels: 2 },
          },
        },
        {
          name: "dry_run",
          summary: "Validate and price without sending",
          value: { ...guideAccepted, message_id: null, status: "dry_run" },
        },
      ],
    },
  },
  errors: [
    "insufficient_credits",
    "spend_limit_reached",
    "conflict",
    "opted_out",
    "sender_not_approved",
    "idempotency_mismatch",
  ],
} satisfies Operation;

/** `POST /api/sms`. */
export const sendOperations = { sendMessage };
