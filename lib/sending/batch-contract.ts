import { z } from "zod";
import { echoedFields } from "../core/echoed-contract";
import { type ErrorCode, errorTable } from "../core/errors";
import { limitedList } from "../core/limited-list";
import { sendingSentences } from "./sentences";

export const maxBatchMessages = 10_000;

const wrongMessages = sendingSentences.wrongBatch({ max: maxBatchMessages });

/** `POST /api/sms/batch`. Each entry is checked by itself, as the body of `POST /api/sms` is. */
export const SendBatchInput = z.object({
  messages: limitedList(z.unknown(), {
    min: 1,
    max: maxBatchMessages,
    error: wrongMessages,
    tooMany: wrongMessages,
  }).meta({ description: "Messages, each as in `POST /api/sms`. Single messages are sent first." }),
});

const Index = z.int().meta({ description: "Place in `messages`, from 0.", examples: [0] });

/** A message of a batch that was accepted. */
export const AcceptedBatchItem = z.object({
  index: Index,
  message_id: z
    .string()
    .nullable()
    .meta({ description: "Null for a dry run.", examples: ["msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA"] }),
  status: z.enum(["queued", "scheduled", "dry_run"]),
  segments: z.int().meta({ examples: [1] }),
  credits: z.int().meta({ description: "Credits charged. 0 for test messages.", examples: [1] }),
  ...echoedFields,
  replayed: z.literal(true).optional().meta({
    description: "Present if its idempotency key was used before: this is the original response.",
  }),
});

/** A message of a batch that was refused, alone. */
export const RejectedBatchItem = z.object({
  index: Index,
  code: z
    .enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]])
    .meta({ description: "As in the errors of `POST /api/sms`.", examples: ["invalid_request"] }),
  detail: z.string().meta({ examples: ["Write the text of the message."] }),
  errors: z
    .record(z.string(), z.array(z.string()))
    .meta({ description: "Invalid fields; empty for other errors." }),
  required: z
    .int()
    .optional()
    .meta({ description: "Credits required (`insufficient_credits`, `spend_limit_reached`)." }),
  available: z.int().optional().meta({
    description:
      "Credits available (`insufficient_credits`), or that the token may still spend today (`spend_limit_reached`).",
  }),
});

export type BatchItem = z.infer<typeof AcceptedBatchItem> | z.infer<typeof RejectedBatchItem>;

/** The answer to a well-formed batch: what became of each message, in order. */
export const BatchAnswer = z.object({
  accepted: z.int().meta({ description: "Messages accepted, including replayed ones." }),
  rejected: z.int(),
  data: z.array(z.union([AcceptedBatchItem, RejectedBatchItem])),
});

export type BatchAnswer = z.infer<typeof BatchAnswer>;
