import type { oas31 } from "zod-openapi";

const text = { type: "string" } as const;

/** Every header field an answer may carry, once. */
export const answerHeaders = {
  "X-Request-Id": {
    description: "ID of this request in the log. Include it when you ask for help.",
    required: true,
    schema: { type: "string", pattern: "^req_[0-9A-HJKMNP-TV-Z]{26}$" },
    example: "req_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
  },
  "RateLimit-Policy": {
    description:
      "The limits of the account: name, quota q, window w in seconds, and what is counted qu where that is not requests. Absent when off.",
    schema: text,
    example: '"burst";q=100;w=1, "sustained";q=3000;w=60, "messages";q=30000;w=60;qu="messages"',
  },
  RateLimit: {
    description:
      "The limit that is nearest: requests left r, seconds t until there are more. After a batch, or when they were too many, messages as well.",
    schema: text,
    example: '"sustained";r=2998;t=42',
  },
  "Retry-After": {
    description: "Whole seconds to wait before the next attempt.",
    schema: { type: "integer", minimum: 1 },
    example: 1,
  },
  "Idempotent-Replayed": {
    description: "`true` if this is the original response and nothing new was sent.",
    schema: { type: "string", enum: ["true"] },
    example: "true",
  },
  "WWW-Authenticate": {
    description: "RFC 6750.",
    required: true,
    schema: text,
    example: 'Bearer error="invalid_token"',
  },
  "Content-Disposition": {
    description: "The suggested file name.",
    required: true,
    schema: text,
    example: 'attachment; filename="webhook-deliveries.csv"',
  },
  Allow: {
    description: "The methods this path supports.",
    required: true,
    schema: text,
    example: "POST",
  },
} satisfies Record<string, oas31.HeaderObject>;

export type HeaderName = keyof typeof answerHeaders;

/** References to some of them, in the shape an answer wants. */
export function headerRefs(...names: HeaderName[]): Record<string, oas31.ReferenceObject> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
