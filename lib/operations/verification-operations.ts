import { z } from "zod";
import {
  CheckNumberInput,
  CheckResult,
  CheckVerificationInput,
  ListVerificationsQuery,
  StartVerificationInput,
  VerificationPage,
  VerificationView,
} from "../verifications/contract";
import { exampleKey, exampleMessageId, exampleVerificationId } from "./examples";
import { IdempotencyHeader } from "./idempotency-header";
import type { Operation } from "./operation";

const pending = {
  verification_id: exampleVerificationId,
  status: "pending",
  to: "48732129000",
  created_at: "2026-05-15T14:23:47.291Z",
  expires_at: "2026-05-15T14:33:47.291Z",
  ended_at: null,
  attempts_left: 5,
  sends: 1,
  message_id: exampleMessageId,
  client_ref: null,
  test: false,
};

const approved = {
  ...pending,
  status: "approved",
  ended_at: "2026-05-15T14:24:21.044Z",
  attempts_left: 4,
};

const cancelled = { ...approved, status: "cancelled", attempts_left: 5 };

const VerificationParams = z.object({
  verification_id: z.string().meta({
    description: "ID of the verification.",
    param: { example: exampleVerificationId },
  }),
});

const result = {
  description: "What the check found. A wrong code is no error.",
  schema: CheckResult,
  examples: [
    { name: "approved", summary: "The right code", value: { status: "approved" } },
    { name: "pending", summary: "A wrong code", value: { status: "pending" } },
    { name: "max_attempts", summary: "The fifth wrong code", value: { status: "max_attempts" } },
  ],
};

const startVerification = {
  id: "startVerification",
  method: "post",
  path: "/api/verifications",
  tag: "Verifications",
  summary: "Start a verification",
  description:
    "Sends a code to a number and charges it like any message. While a verification of the number is pending, the response has the same ID and the new message the same code, which works for another `ttl`; `code_length`, `client_ref`, and the number of checks stay. At most five sends to a number in ten minutes. A repeated idempotency key sends nothing.",
  scope: "send",
  headers: IdempotencyHeader,
  body: {
    schema: StartVerificationInput,
    maxBytes: 16_384,
    examples: [
      { name: "code", summary: "A code in our words", value: { to: "48732129000" } },
      {
        name: "site",
        summary: "In Polish, filled in by browsers",
        value: {
          to: "48732129000",
          from: "YourBrand",
          language: "pl",
          code_length: 6,
          ttl: 600,
          webotp_domain: "example.com",
          client_ref: "sign-in 1042",
          idempotency_key: exampleKey,
        },
      },
    ],
  },
  answers: {
    201: {
      description: "The code is on its way.",
      schema: VerificationView,
      headers: ["Idempotent-Replayed"],
      examples: [
        { name: "code", summary: "A code in our words", value: pending },
        {
          name: "site",
          summary: "In Polish, filled in by browsers",
          value: { ...pending, client_ref: "sign-in 1042" },
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

const checkVerification = {
  id: "checkVerification",
  method: "post",
  path: "/api/verifications/{verification_id}/check",
  tag: "Verifications",
  summary: "Check a code",
  description:
    "Compares the code that somebody entered. Of any number of checks of the right code, one gets `approved`. Each check counts, five at most.",
  scope: "send",
  params: VerificationParams,
  body: {
    schema: CheckVerificationInput,
    maxBytes: 16_384,
    examples: [{ name: "code", summary: "A code", value: { code: "482910" } }],
  },
  answers: { 200: result },
  errors: ["not_found"],
} satisfies Operation;

const checkNumber = {
  id: "checkNumber",
  method: "post",
  path: "/api/verifications/check",
  tag: "Verifications",
  summary: "Check a code by number",
  description:
    "The same for the newest verification of a number, without its ID. A number without a verification gets the responses of one with a wrong code.",
  scope: "send",
  body: {
    schema: CheckNumberInput,
    maxBytes: 16_384,
    examples: [
      {
        name: "code",
        summary: "A number and a code",
        value: { to: "48732129000", code: "482910" },
      },
    ],
  },
  answers: { 200: result },
  errors: [],
} satisfies Operation;

const listVerifications = {
  id: "listVerifications",
  method: "get",
  path: "/api/verifications",
  tag: "Verifications",
  summary: "List verifications",
  description: "The verifications of the last 30 days, newest first, without their codes.",
  scope: "read",
  query: ListVerificationsQuery,
  answers: {
    200: {
      description: "A page of verifications.",
      schema: VerificationPage,
      examples: [
        {
          name: "page",
          summary: "One verification",
          value: { data: [approved], next_cursor: null },
        },
      ],
    },
  },
  errors: [],
} satisfies Operation;

const getVerification = {
  id: "getVerification",
  method: "get",
  path: "/api/verifications/{verification_id}",
  tag: "Verifications",
  summary: "Retrieve a verification",
  description: "Its status, the checks that are left, and its newest message. Never its code.",
  scope: "read",
  params: VerificationParams,
  answers: {
    200: {
      description: "The verification.",
      schema: VerificationView,
      examples: [{ name: "approved", summary: "An approved one", value: approved }],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

const cancelVerification = {
  id: "cancelVerification",
  method: "delete",
  path: "/api/verifications/{verification_id}",
  tag: "Verifications",
  summary: "Cancel a verification",
  description:
    "Its code no longer works. The message that carries it isn't cancelled or refunded. Cancelling twice changes nothing.",
  scope: "send",
  params: VerificationParams,
  answers: {
    200: {
      description: "The cancelled verification.",
      schema: VerificationView,
      examples: [{ name: "cancelled", summary: "Cancelled", value: cancelled }],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

/** `/api/verifications`. */
export const verificationOperations = {
  startVerification,
  checkVerification,
  checkNumber,
  listVerifications,
  getVerification,
  cancelVerification,
};
