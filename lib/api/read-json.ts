import { getPath } from "hono/utils/url";
import { AppError } from "../core/errors";
import { ifThrows } from "../core/if-throws";
import { parseJson } from "../core/parse-json";
import { bodyLimitOf } from "./body-limit-of";
import { apiSentences } from "./sentences";

/** How much of a body that is too large is read and thrown away. */
const drainedBytes = 1_048_576;

/** Throws payload_too_large when a body declares more bytes than its path takes, before anything is read. */
export function demandBodyLimit(request: Request): void {
  const declared = request.headers.get("content-length");
  if (declared === null) return;
  const maxBytes = bodyLimitOf(getPath(request));
  if (Number(declared) > maxBytes) throw tooLarge(maxBytes);
}

/**
 * Reads a request body as JSON within the limit of its path. Throws unsupported_media_type, payload_too_large
 * and invalid_json (not UTF-8, not JSON).
 */
async function readJson(request: Request): Promise<unknown> {
  if (!isJson(request.headers.get("content-type") ?? "")) {
    throw new AppError("unsupported_media_type", apiSentences.wrongContentType);
  }
  return parseBody(await readBytes(request));
}

/** Whether a `Content-Type` says JSON. */
export function isJson(contentType: string): boolean {
  return /^application\/(?:[\w.+-]+\+)?json *(?:;|$)/i.test(contentType);
}

/** The JSON in these bytes. Throws invalid_json, also for what is nested too deeply or has too many parts. */
function parseBody(bytes: Uint8Array): unknown {
  return ifThrows(
    () => parseJson(bytes),
    (error) => {
      throw notJson(error);
    },
  );
}

function notJson(cause: unknown): AppError {
  const sentence = cause instanceof RangeError ? apiSentences.tooDeep : apiSentences.notJson;
  return new AppError("invalid_json", sentence, { cause });
}

/** As `readJson`, for routes that take one object. */
export async function readJsonObject(request: Request): Promise<Record<string, unknown>> {
  return demandObject(await readJson(request));
}

/** The JSON object in these bytes. Throws invalid_json. */
export function parseObject(bytes: Uint8Array): Record<string, unknown> {
  return demandObject(parseBody(bytes));
}

function demandObject(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new AppError("invalid_json", apiSentences.notAnObject);
  }
  return value as Record<string, unknown>;
}

/** As `readJsonObject`, for routes that need no body: without one it is an empty object, whatever its Content-Type. */
export async function readOptionalObject(request: Request): Promise<Record<string, unknown>> {
  const length = Number(request.headers.get("content-length") ?? 0);
  const isChunked = request.headers.has("transfer-encoding");
  return length > 0 || isChunked ? readJsonObject(request) : {};
}

/** Reads a body within the limit of its path as text, whatever it claims to be. Throws payload_too_large. */
export async function readText(request: Request): Promise<string> {
  return new TextDecoder().decode(await readBytes(request));
}

/**
 * Reads a body within the limit of its path, whatever it claims to be. Throws payload_too_large, and invalid_request for
 * one that its client broke off.
 */
export async function readBytes(request: Request): Promise<Uint8Array> {
  return readWhole(request).catch((error: unknown) => {
    throw error instanceof AppError ? error : endedEarly(error);
  });
}

/** The error for a body that its client broke off. */
export function endedEarly(cause: unknown): AppError {
  return new AppError("invalid_request", apiSentences.endedEarly, { cause });
}

async function readWhole(request: Request): Promise<Uint8Array> {
  // A declared length was compared with the limit before, and the HTTP parser enforces it; a chunked body is counted.
  if (request.headers.has("content-length")) return new Uint8Array(await request.arrayBuffer());
  const maxBytes = bodyLimitOf(getPath(request));
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length <= maxBytes) chunks.push(chunk);
    // A little more is read, so that the client is done writing when the response comes; a flood is cut off.
    else if (length > maxBytes + drainedBytes) break;
  }
  if (length > maxBytes) throw tooLarge(maxBytes);
  return Buffer.concat(chunks);
}

/** The error for a body of more bytes than its path takes. */
export function tooLarge(maxBytes: number): AppError {
  return new AppError("payload_too_large", apiSentences.tooLarge({ max: maxBytes }));
}
