import type {
  AcceptedMessage,
  Message,
  MessageDetail,
  NewMessage,
  Operations,
  PagedOperation,
} from "./api.mjs";

export type {
  AcceptedMessage,
  Message,
  MessageDetail,
  NewMessage,
  Operations,
  PagedOperation,
  WebhookEvent,
} from "./api.mjs";

export interface DepeszaOptions {
  /** Where the installation is, such as `https://sms.example.org`. */
  baseUrl: string;
  /** An API token. It is sent to `baseUrl` only; redirects are not followed. */
  token: string;
  /** How long one attempt may take. Default: 30,000. */
  timeoutMs?: number;
  /** How often a request is repeated at most. Default: 5. */
  maxRetries?: number;
  /** A larger response is an error with the code `response_too_large`. Default: 64 MiB. */
  maxResponseBytes?: number;
  /** Makes the requests instead of the global `fetch`. */
  fetch?: typeof globalThis.fetch;
}

export interface CallOptions {
  /** Ends the call and its retries. */
  signal?: AbortSignal;
}

export interface KeyedOptions extends CallOptions {
  /** A UUID v4. Default: the `idempotency_key` of the body, or a new one for each call. */
  idempotencyKey?: string;
}

type Given<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : undefined extends Value
    ? { [Each in Name]?: Value }
    : { [Each in Name]: Value };

/** What a call needs: its path parameters and its body if it has them, its query if you want. */
export type Wanted<Id extends keyof Operations> = Given<"params", Operations[Id]["params"]> &
  Given<"query", Operations[Id]["query"] | undefined> &
  Given<"body", Operations[Id]["body"]> &
  KeyedOptions & {
    /** Media type of a file. Default: `text/csv`. */
    contentType?: string;
  };

type Entry<Id extends PagedOperation> = Operations[Id]["answer"] extends { data: Array<infer Each> }
  ? Each
  : never;

export class Depesza {
  constructor(options: DepeszaOptions);
  call<Id extends keyof Operations>(
    id: Id,
    ...wanted: object extends Wanted<Id> ? [Wanted<Id>?] : [Wanted<Id>]
  ): Promise<Operations[Id]["answer"]>;
  send(message: NewMessage, options?: KeyedOptions): Promise<AcceptedMessage>;
  sendBatch(
    messages: NewMessage[],
    options?: CallOptions,
  ): Promise<Operations["sendBatch"]["answer"]>;
  message(messageId: string, options?: CallOptions): Promise<MessageDetail>;
  cancel(messageId: string, options?: CallOptions): Promise<Message>;
  messages(
    query?: Operations["listMessages"]["query"],
    options?: CallOptions,
  ): AsyncGenerator<Message, void, undefined>;
  received(
    query?: Operations["listInbound"]["query"],
    options?: CallOptions,
  ): AsyncGenerator<Entry<"listInbound">, void, undefined>;
  iterate<Id extends PagedOperation>(
    id: Id,
    ...wanted: object extends Wanted<Id> ? [Wanted<Id>?] : [Wanted<Id>]
  ): AsyncGenerator<Entry<Id>, void, undefined>;
}

export class DepeszaError extends Error {
  /** HTTP status; 0 if no response came, and then it's unknown whether the request took effect. */
  readonly status: number;
  /** The stable code, such as `insufficient_credits`; `no_response`, `response_too_large`, and `unknown` are the library's own. */
  readonly code: string;
  /** Sentences by field, of a 422. */
  readonly errors: Record<string, string[]>;
  readonly requestId: string | undefined;
  /** The whole body of the response (RFC 9457). */
  readonly problem: Record<string, unknown>;
  /** How long the API asks to wait. 0 if it asks for no wait. */
  readonly retryAfterMs: number | undefined;
  /** The key that all attempts carried. Use it when you repeat the request later. */
  readonly idempotencyKey: string | undefined;
}
