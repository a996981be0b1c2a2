import type { z } from "zod";
import type { ErrorCode } from "../core/errors";
import type { Call } from "./call-contract";
import type { HeaderName } from "./headers";

/** The parts of the reference, in the order they are read. */
export const tags = {
  Messages: "Send, retrieve, reschedule, and cancel messages.",
  Verifications: "Send a code to a number, and check the code that a person enters.",
  Inbound: "Messages from phones: replies, and others to your numbers.",
  Campaigns: "One text to many people: from a list, a file, or a group, with progress and pause.",
  "Opt-outs": "Who wants no messages: they wrote STOP, or you were asked otherwise.",
  Numbers: "What a number is, who holds its range, and whether it has opted out.",
  Contacts: "Whom you write to, what you know of them, and their groups.",
  Templates: "Saved texts with variables.",
  Webhooks: "Your endpoints, their deliveries, and replays.",
  Account: "The token's account, balance, and limits.",
  Pricing: "What messages cost, by the same sum the ledger uses.",
  Tokens: "Create, list, rotate, and revoke API tokens.",
  Health: "For load balancers and scripts. No token needed.",
  Events: "What your endpoint receives, such as when a message reaches a final status.",
} as const;

/** An example with a name of its own. The first of a list is the one that is shown everywhere. */
export interface Example {
  name: string;
  summary: string;
  value: unknown;
}

interface Answer {
  description: string;
  /** What it carries; left out when it has no body. */
  schema?: z.ZodType;
  examples?: Example[];
  /** What that is written in: JSON when left out. */
  mediaType?: "text/csv";
  /** Header fields of this answer beside those of every answer. */
  headers?: HeaderName[];
}

/** What a file in a request may be. */
type MediaType = (typeof mediaTypes)[number];

export const mediaTypes = [
  "text/csv",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
] as const;

/** The contract of a query: an object, or one that is transformed afterwards. */
export type QueryContract = z.ZodObject | z.ZodPipe<z.ZodObject>;

/**
 * One call of the API, as data: the route, the limit of its body, the methods of its path, the document, the reference
 * page, and the contract test are made from it.
 */
export interface Operation extends Call {
  /** Its name in the document and in the URL of its page in the reference. */
  id: string;
  tag: keyof typeof tags;
  summary: string;
  description: string;
  /** What the token must be allowed to do, "any" for whatever it is; null when the call needs no token. */
  scope: "send" | "read" | "manage" | "any" | null;
  params?: z.ZodObject;
  query?: QueryContract;
  headers?: z.ZodObject;
  body?: {
    schema: z.ZodType;
    examples: Example[];
    maxBytes: number;
    isOptional?: boolean;
    /** For a file, what it may be; `schema` and `examples` are of the first. JSON when left out. */
    mediaTypes?: readonly [MediaType, ...MediaType[]];
  };
  /** The response to a call that succeeds, by its status. */
  answers: Record<number, Answer>;
  /** Errors beside those which `errorsOf` derives. */
  errors: ErrorCode[];
}

/** Every refusal an operation knows: its own, and those that follow from needing a token or a body. */
export function errorsOf({ scope, body, query, errors }: Operation): ErrorCode[] {
  const codes: ErrorCode[] = [
    ...(scope ? (["unauthorized", "forbidden", "rate_limited", "unavailable"] as const) : []),
    ...(body && !body.mediaTypes ? (["invalid_json"] as const) : []),
    ...(body ? (["payload_too_large", "unsupported_media_type"] as const) : []),
    // Every call with a token refuses query parameters that it does not have.
    ...(scope || body || query ? (["invalid_request"] as const) : []),
    ...errors,
    "method_not_allowed",
    "internal",
  ];
  return [...new Set(codes)];
}
