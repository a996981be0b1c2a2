import { operations } from "./operations.mjs";

const userAgent = "depesza-typescript/0.2.0";
/** A wait longer than this is the caller's to decide about. */
const maxWaitMs = 60_000;
/** A list and an export are far smaller. */
const defaultMaxBytes = 64 * 1024 * 1024;

/** A refusal of the API, or no response at all: then `status` is 0. */
export class DepeszaError extends Error {
  constructor({ status, problem = {}, retryAfterMs, idempotencyKey, cause }) {
    super(problem.detail ?? (status === 0 ? "The server cannot be reached." : `HTTP ${status}`), {
      cause,
    });
    this.name = "DepeszaError";
    this.status = status;
    this.code = problem.code ?? (status === 0 ? "no_response" : "unknown");
    this.errors = problem.errors ?? {};
    this.requestId = problem.request_id;
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
    this.idempotencyKey = idempotencyKey;
  }
}

/** A client of one installation. It keeps no connection of its own and no state between calls. */
export class Depesza {
  #baseUrl;
  #token;
  #timeoutMs;
  #maxRetries;
  #maxBytes;
  #fetch;

  constructor({ baseUrl, token, fetch = globalThis.fetch, ...limits }) {
    const { timeoutMs = 30_000, maxRetries = 5, maxResponseBytes = defaultMaxBytes } = limits;
    const url = new URL(baseUrl);
    if (!/^https?:$/.test(url.protocol)) throw new TypeError("baseUrl must begin with https://.");
    // A line break, as files end with, would begin another header.
    if (!/^[\x21-\x7e]+$/.test(token ?? "")) {
      throw new TypeError("The token is missing or has characters that tokens don't have.");
    }
    this.#baseUrl = url.href.replace(/\/+$/, "");
    this.#token = token;
    this.#timeoutMs = timeoutMs;
    this.#maxRetries = maxRetries;
    this.#maxBytes = maxResponseBytes;
    this.#fetch = fetch;
  }

  /** Makes a call by its ID in the API reference, such as `getAccount`, and returns what the API returns. */
  async call(id, { params, query, body, contentType, idempotencyKey, signal } = {}) {
    const operation = operations[id];
    if (!operation) throw new TypeError(`The API has no call ${id}.`);
    const given = idempotencyKey ?? body?.idempotency_key;
    const key = operation.isKeyed ? (given ?? crypto.randomUUID()) : undefined;
    if (key !== undefined && !/^[\da-f-]{1,64}$/i.test(key)) {
      throw new TypeError("An idempotency key is a UUID v4.");
    }
    // A batch has a key for each message, in its body.
    const isRepeatable = operation.method === "GET" || key !== undefined || isKeyedBatch(id, body);
    const url = `${this.#baseUrl}${fillPath(operation.path, params)}${toQuery(query)}`;
    const init = {
      method: operation.method,
      redirect: "manual",
      headers: {
        authorization: `Bearer ${this.#token}`,
        accept: "application/json, text/csv",
        "user-agent": userAgent,
        ...(key && { "idempotency-key": key }),
        ...(body !== undefined && { "content-type": contentType ?? typeOf(body) }),
      },
      ...(body !== undefined && { body: isFile(body) ? body : JSON.stringify(body) }),
    };
    return await this.#persist({ url, init, signal, key, isRepeatable });
  }

  /** Sends one message. All attempts of this call carry one idempotency key, so it is sent once. */
  async send(message, { idempotencyKey, signal } = {}) {
    return await this.call("sendMessage", { body: message, idempotencyKey, signal });
  }

  /** Sends up to 10,000 messages, each with an idempotency key of its own. */
  async sendBatch(messages, { signal } = {}) {
    const keyed = messages.map((message) => ({
      ...message,
      idempotency_key: message.idempotency_key ?? crypto.randomUUID(),
    }));
    return await this.call("sendBatch", { body: { messages: keyed }, signal });
  }

  /** One message with its history. */
  async message(messageId, { signal } = {}) {
    return await this.call("getMessage", { params: { message_id: messageId }, signal });
  }

  /** Cancels a message that has not left. */
  async cancel(messageId, { signal } = {}) {
    return await this.call("cancelMessage", { params: { message_id: messageId }, signal });
  }

  /** Every message that matches, newest first, page after page. */
  messages(query, options) {
    return this.iterate("listMessages", { query, ...options });
  }

  /** Every message from a phone, newest first, page after page. */
  received(query, options) {
    return this.iterate("listInbound", { query, ...options });
  }

  /** Every entry of a list of the API; it asks for the next page when you come to its end. */
  async *iterate(id, { query = {}, ...options } = {}) {
    if (!operations[id]?.isPaged) throw new TypeError(`${id} is no list with pages.`);
    let cursor = query.cursor;
    do {
      const page = await this.call(id, { ...options, query: { ...query, cursor } });
      yield* page.data;
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
  }

  async #persist({ url, init, signal, key, isRepeatable }) {
    for (let attempt = 0; ; attempt++) {
      const outcome = await this.#attempt(url, init, signal);
      if (outcome.ok) return outcome.value;
      const error = new DepeszaError({ ...outcome, idempotencyKey: key });
      const waitMs = Math.max(outcome.retryAfterMs ?? 0, backoffMs(attempt));
      const isOver = attempt >= this.#maxRetries || waitMs > maxWaitMs;
      if (!isRepeatable || isOver || !isTemporary(outcome)) throw error;
      await pause(waitMs, signal);
    }
  }

  async #attempt(url, init, signal) {
    const deadline = AbortSignal.timeout(this.#timeoutMs);
    const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
    try {
      const send = this.#fetch;
      const response = await send(url, { ...init, signal: either });
      const text = await readUpTo(this.#maxBytes, response);
      if (response.ok && text !== undefined) return { ok: true, value: decode(response, text) };
      const problem = text === undefined ? tooLarge : problemIn(text);
      const retryAfterMs = waitIn(response.headers.get("retry-after") ?? "");
      return { ok: false, status: response.status, problem, retryAfterMs };
    } catch (cause) {
      // The caller's own wish to stop is no failure of the network.
      signal?.throwIfAborted();
      return { ok: false, status: 0, cause };
    }
  }
}

/** Whether the same request may succeed later: no response, a limit, an error of the server, a key still in progress. */
function isTemporary({ status, retryAfterMs }) {
  return (
    status === 0 ||
    status === 429 ||
    status >= 500 ||
    (status === 409 && retryAfterMs !== undefined)
  );
}

/** Half a second, then twice as long each time, up to 16 s, less a random part, so that clients don't return together. */
function backoffMs(attempt) {
  return 500 * 2 ** Math.min(attempt, 5) * (1 - Math.random() / 2);
}

/** What `Retry-After` asks for, in seconds or as a date. */
function waitIn(text) {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const isDate = /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.test(text);
  const at = isDate ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}

const tooLarge = { code: "response_too_large", detail: "The response is too large." };

/** The text of a response, unless it has more bytes. */
async function readUpTo(maxBytes, response) {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

function fillPath(path, params = {}) {
  return path.replace(/\{(\w+)\}/g, (_all, name) => {
    const value = String(params[name] ?? "");
    // These three would be another path.
    if (["", ".", ".."].includes(value)) throw new TypeError(`${name} is missing.`);
    return encodeURIComponent(value);
  });
}

function toQuery(query = {}) {
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    return hasFields(value)
      ? fieldsOf(name, value)
      : [value].flat().map((each) => [name, String(each)]);
  });
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}

/** As in `metadata[order]=1042`. */
function fieldsOf(name, value) {
  return Object.entries(value).map(([key, each]) => [`${name}[${key}]`, String(each)]);
}

function hasFields(value) {
  return typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
}

function isFile(body) {
  return typeof body === "string" || body instanceof Uint8Array;
}

function typeOf(body) {
  return isFile(body) ? "text/csv" : "application/json";
}

function isKeyedBatch(id, body) {
  const messages = (id === "sendBatch" && body?.messages) || [{}];
  return messages.every((message) => message.idempotency_key);
}

function decode(response, text) {
  if (response.status === 204) return null;
  const isJson = response.headers.get("content-type")?.includes("json");
  return isJson ? JSON.parse(text) : text;
}

function problemIn(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    // Something in between answered, such as a proxy.
    return {};
  }
}
