import type { Language } from "../language/language";
import type { Sentence } from "./sentence";

/** Every refusal the product can give. Wire status, form text, docs and OpenAPI all derive from this table. */
export const errorTable = {
  invalid_json: { status: 400, title: "The request body is not a JSON object", retryable: false },
  unauthorized: { status: 401, title: "Missing or invalid token", retryable: false },
  insufficient_credits: { status: 402, title: "Not enough credits", retryable: false },
  spend_limit_reached: {
    status: 402,
    title: "The daily spend limit of the token is reached",
    retryable: false,
  },
  forbidden: { status: 403, title: "Not allowed", retryable: false },
  not_found: { status: 404, title: "Not found", retryable: false },
  method_not_allowed: { status: 405, title: "Method not allowed", retryable: false },
  conflict: { status: 409, title: "The current state does not allow this", retryable: false },
  payload_too_large: { status: 413, title: "The request body is too large", retryable: false },
  unsupported_media_type: {
    status: 415,
    title: "The media type is not supported",
    retryable: false,
  },
  invalid_request: { status: 422, title: "Some fields are not valid", retryable: false },
  opted_out: { status: 422, title: "The recipient has opted out", retryable: false },
  sender_not_approved: { status: 422, title: "The sender name is not approved", retryable: false },
  verification_blocked: {
    status: 422,
    title: "Codes to this number are stopped",
    retryable: false,
  },
  idempotency_mismatch: {
    status: 422,
    title: "Idempotency key already used for a different request",
    retryable: false,
  },
  rate_limited: { status: 429, title: "Too many requests", retryable: true },
  internal: { status: 500, title: "Internal server error", retryable: true },
  unavailable: { status: 503, title: "Service unavailable", retryable: true },
} as const;

export type ErrorCode = keyof typeof errorTable;

/** Field name → sentences about it, in the shape the wire and the forms show. */
export type FieldErrors = Record<string, string[]>;

/** Field name → sentences about it, before a language is chosen. */
export type FieldSentences = Record<string, Sentence[]>;

interface Facts {
  /** 402: credits this needs and credits there are, or that a token may still spend today, and until when. */
  required?: number;
  available?: number;
  resetsAt?: Date;
  /** 409, 429, 500, 503: when asking again makes sense. */
  retryAfterMs?: number;
  /** 405: the methods this path knows, as the Allow header wants them. */
  allow?: string;
  /** 429: the limit that was hit. */
  rate?: { policy: "burst" | "sustained" | "messages"; remaining: number; resetSeconds: number };
  /** 503 of a health check: what was looked at, and what became of it. */
  checks?: Record<string, "ok" | "failed">;
  cause?: unknown;
}

interface ErrorDetails extends Facts {
  /** 422: what is wrong, by field, in English. */
  fields?: FieldErrors;
}

interface GivenDetails extends Facts {
  /** 422: what is wrong, by field. */
  fields?: FieldSentences;
}

/**
 * The one error class: a code of the table, a sentence a customer may read, and details. `message` is the sentence in
 * English, for the API and the log; screens ask for `sentence` and `fields` in their language. Neither carries SQL, tokens,
 * or bodies.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly sentence: Sentence;
  readonly details: ErrorDetails;
  /** 422: what is wrong, by field. */
  readonly fields: FieldSentences | undefined;

  constructor(code: ErrorCode, sentence: Sentence, details: GivenDetails = {}) {
    super(sentence.in("en"), details.cause === undefined ? undefined : { cause: details.cause });
    const { fields, ...facts } = details;
    this.name = "AppError";
    this.code = code;
    this.sentence = sentence;
    this.fields = fields;
    this.details = this.fields ? { ...facts, fields: wordFields(this.fields, "en") } : facts;
  }

  /** What is wrong by field, in a language; undefined when nothing is said of fields. */
  fieldsIn(language: Language): FieldErrors | undefined {
    return this.fields && wordFields(this.fields, language);
  }
}

function wordFields(fields: FieldSentences, language: Language): FieldErrors {
  return Object.fromEntries(
    Object.entries(fields).map(([name, said]) => [name, said.map((each) => each.in(language))]),
  );
}
