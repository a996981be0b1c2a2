import { z } from "zod";
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from "zod-openapi";
import { type ErrorCode, errorTable } from "../core/errors";
import { type HeaderName, headerRefs } from "../operations/headers";

/** When each refusal is given and what to do about it, in a sentence or two. */
export const problemMeanings: Record<ErrorCode, string> = {
  invalid_json: "The body is not a JSON object in UTF-8. Nothing was read from it.",
  unauthorized:
    "The token is missing, malformed, unknown, revoked, or expired, or this IP address may not use it. The response is the same for all of them.",
  insufficient_credits:
    "The balance does not cover the message. Nothing was stored, so the same idempotency key can be used again after a top-up.",
  spend_limit_reached:
    "The token would spend more than its daily limit. Nothing was stored, so the same idempotency key can be used again after `resets_at`, or once the limit is raised.",
  forbidden: "The token lacks the scope, or the account is suspended.",
  not_found: "The object doesn't exist or belongs to another account. The response is the same.",
  method_not_allowed: "The path doesn't support this method. `Allow` lists the supported ones.",
  conflict:
    "The state no longer allows this, or the first request with the same idempotency key is still in progress.",
  payload_too_large: "The body is larger than this call accepts.",
  unsupported_media_type:
    "Send the body as Content-Type: application/json, or a file as a type that its call lists.",
  invalid_request:
    "One or more fields or query parameters are invalid. `errors` lists all of them.",
  opted_out:
    "The recipient wants no messages of this sender: it wrote STOP, or you added it to the opt-outs. Nothing was stored or charged.",
  sender_not_approved:
    "This installation sends from approved names only, and `from` is not one of them. Request it in the dashboard. Nothing was stored or charged.",
  verification_blocked:
    "The account sends no codes to the country of this number, or its range is stopped because the codes sent there are not entered. Nothing was stored or charged.",
  idempotency_mismatch:
    "The idempotency key was used before, for a different request. Use a new key for a new message.",
  rate_limited:
    "Too many requests, or more messages than are left; nothing was stored. A request made after Retry-After seconds succeeds.",
  internal: "Internal server error. Retry after Retry-After seconds, with the same key.",
  unavailable: "The database is not available. Retry after Retry-After seconds.",
};

const codes = Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]];

/** The members every refusal has (RFC 9457, with `code` and `request_id` added). */
const Problem = z.object({
  type: z.url().meta({ description: "The page that explains this code." }),
  title: z
    .string()
    .meta({ description: "Short description of the code, the same in every response." }),
  status: z.int().meta({ description: "The HTTP status code." }),
  detail: z.string().meta({ description: "Human-readable error message." }),
  instance: z.string().meta({ description: "The path of the request." }),
  code: z.enum(codes).meta({ description: "Stable error code. Use it in your code." }),
  request_id: z
    .string()
    .regex(/^req_[0-9A-HJKMNP-TV-Z]{26}$/)
    .meta({ description: "Same as `X-Request-Id`. Include it when you ask for help." }),
});

const extras: Partial<Record<ErrorCode, z.ZodRawShape>> = {
  insufficient_credits: {
    required: z.int().min(0).meta({ description: "Credits required." }),
    available: z.int().min(0).meta({ description: "Credits available." }),
    balance: z.int().min(0).meta({ description: "The balance: the same as `available`." }),
    topup_url: z.url().meta({ description: "Where to top up." }),
  },
  spend_limit_reached: {
    required: z.int().min(0).meta({ description: "Credits required." }),
    available: z.int().min(0).meta({ description: "Credits the token may still spend today." }),
    resets_at: z.iso.datetime().meta({ description: "When the next day in UTC begins." }),
  },
  invalid_request: {
    errors: z
      .record(z.string(), z.array(z.string()).min(1))
      .meta({ description: "Error messages by field name." }),
  },
  opted_out: {
    errors: z
      .record(z.string(), z.array(z.string()).min(1))
      .meta({ description: "Error messages by field name." }),
  },
  sender_not_approved: {
    errors: z
      .record(z.string(), z.array(z.string()).min(1))
      .meta({ description: "Error messages by field name." }),
  },
  verification_blocked: {
    errors: z
      .record(z.string(), z.array(z.string()).min(1))
      .meta({ description: "Error messages by field name." }),
  },
  unavailable: {
    checks: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: "From the readiness check: what is `ok` and what has `failed`." }),
  },
};

const extraExamples: Partial<Record<ErrorCode, Record<string, unknown>>> = {
  insufficient_credits: {
    ...{ required: 2, available: 1, balance: 1 },
    topup_url: "https://sms.example.org/credits",
  },
  spend_limit_reached: { required: 2, available: 1, resets_at: "2026-05-16T00:00:00.000Z" },
  invalid_request: {
    errors: { to: ["Enter the number in E.164 format without the +, such as 48732129000."] },
  },
  opted_out: {
    errors: { to: ["48732129000 has opted out of your messages. Nothing was sent."] },
  },
  sender_not_approved: {
    errors: { from: ["The sender name YourBrand is not approved. Nothing was sent."] },
  },
  verification_blocked: {
    errors: {
      to: [
        "Codes to numbers that begin with 4873212 are stopped, because too few of them are entered or too many are requested.",
      ],
    },
  },
};

const exampleDetails: Partial<Record<ErrorCode, string>> = {
  insufficient_credits: "This costs 2 credits, but your balance is 1. Nothing was sent.",
  spend_limit_reached:
    "This costs 2 credits, but the token may spend only 1 more today (UTC). Nothing was sent.",
  invalid_request: "Enter the number in E.164 format without the +, such as 48732129000.",
  opted_out: "48732129000 has opted out of your messages. Nothing was sent.",
  sender_not_approved: "The sender name YourBrand is not approved. Nothing was sent.",
  verification_blocked:
    "Codes to numbers that begin with 4873212 are stopped, because too few of them are entered or too many are requested.",
  rate_limited: "Rate limit exceeded: 100 requests per 1 s. Retry in 1 s.",
};

const problemHeaders: Partial<Record<ErrorCode, HeaderName[]>> = {
  unauthorized: ["WWW-Authenticate"],
  method_not_allowed: ["Allow"],
  conflict: ["Retry-After"],
  rate_limited: ["Retry-After"],
  internal: ["Retry-After"],
  unavailable: ["Retry-After"],
};

/** Every refusal's schema by the name it has among the components. */
export const problemSchemas: Record<string, z.ZodObject> = Object.fromEntries(
  codes.map((code) => [schemaName(code), problemSchema(code)]),
);

/** The answers of these refusals, by status. Shared between operations, so that the document stays small. */
export function problemResponses(wanted: ErrorCode[]): ZodOpenApiResponsesObject {
  const statuses = [...new Set(wanted.map((code) => errorTable[code].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      problemResponse(wanted.filter((code) => errorTable[code].status === status).sort()),
    ]),
  );
}

const made = new Map<string, ZodOpenApiResponseObject>();

function problemResponse(together: ErrorCode[]): ZodOpenApiResponseObject {
  const id = together.join("-or-");
  const known = made.get(id);
  if (known) return known;
  const schemas = together.map((code) => problemSchemas[schemaName(code)] as z.ZodObject);
  const [only] = schemas;
  const response = {
    id,
    description: together.map((code) => problemMeanings[code]).join(" Or: "),
    headers: headerRefs(
      "X-Request-Id",
      "RateLimit",
      "RateLimit-Policy",
      ...together.flatMap((code) => problemHeaders[code] ?? []),
    ),
    content: {
      "application/problem+json": {
        schema: schemas.length === 1 && only ? only : z.union(schemas),
        examples: Object.fromEntries(
          together.map((code) => [
            code,
            { summary: errorTable[code].title, value: exampleProblem(code) },
          ]),
        ),
      },
    },
  } satisfies ZodOpenApiResponseObject;
  made.set(id, response);
  return response;
}

function problemSchema(code: ErrorCode): z.ZodObject {
  const { status, title } = errorTable[code];
  return Problem.extend({
    status: z.literal(status),
    title: z.literal(title),
    code: z.literal(code),
    ...extras[code],
  });
}

function schemaName(code: ErrorCode): string {
  const pascal = code.replace(/(?:^|_)([a-z])/g, (_all, letter: string) => letter.toUpperCase());
  return `${pascal}Problem`;
}

function exampleProblem(code: ErrorCode): Record<string, unknown> {
  const { status, title } = errorTable[code];
  return {
    type: `https://sms.example.org/docs/errors#${code}`,
    title,
    status,
    detail: exampleDetails[code] ?? problemMeanings[code],
    instance: "/api/sms",
    code,
    request_id: "req_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
    ...extraExamples[code],
  };
}
