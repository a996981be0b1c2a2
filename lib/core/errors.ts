/** Every refusal the product can give. Wire status, form text, docs and OpenAPI all derive from this table. */
export const errorTable = {
  invalid_json: { status: 400, title: "The request body is not a JSON object", retryable: false },
  unauthorized: { status: 401, title: "Missing or invalid token", retryable: false },
  insufficient_credits: { status: 402, title: "Not enough credits", retryable: false },
  forbidden: { status: 403, title: "Not allowed", retryable: false },
  not_found: { status: 404, title: "Not found", retryable: false },
  method_not_allowed: { status: 405, title: "Method not allowed", retryable: false },
  conflict: { status: 409, title: "The current state does not allow this", retryable: false },
  payload_too_large: { status: 413, title: "The request body is too large", retryable: false },
  unsupported_media_type: { status: 415, title: "Send application/json", retryable: false },
  invalid_request: { status: 422, title: "Some fields are not valid", retryable: false },
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

interface ErrorDetails {
  /** 422: what is wrong, by field. */
  fields?: FieldErrors;
  /** 402: credits this needs and credits there are. */
  required?: number;
  available?: number;
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

/** The one error class. `message` is a sentence a customer may read; it never carries SQL, tokens or bodies. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}
