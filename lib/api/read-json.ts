import { AppError } from "../core/errors";

/** How much of a body that is too large is read and thrown away. */
const drainedBytes = 1_048_576;

/**
 * Reads a request body as JSON of at most `maxBytes`. Throws unsupported_media_type, payload_too_large
 * (also for a body that lies about its length) and invalid_json (not UTF-8, not JSON).
 */
async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  if (
    !/^application\/(?:[\w.+-]+\+)?json *(?:;|$)/i.test(request.headers.get("content-type") ?? "")
  ) {
    throw new AppError(
      "unsupported_media_type",
      "Send the body as Content-Type: application/json.",
    );
  }
  const bytes = await readBytes(request, maxBytes);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw notJson(error);
  }
}

function notJson(cause: unknown): AppError {
  return new AppError("invalid_json", "The request body is not valid JSON in UTF-8.", { cause });
}

/** As `readJson`, for routes that take one object. */
export async function readJsonObject(
  request: Request,
  maxBytes: number,
): Promise<Record<string, unknown>> {
  const value = await readJson(request, maxBytes);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new AppError("invalid_json", "The request body must be a JSON object.");
  }
  return value as Record<string, unknown>;
}

/** Reads a body of at most `maxBytes` as text, whatever it claims to be. Throws payload_too_large. */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  return new TextDecoder().decode(await readBytes(request, maxBytes));
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) > maxBytes) throw tooLarge(maxBytes);
  // A length that was announced is enforced by the HTTP parser; only a chunked body has to be counted.
  if (announced !== null) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length <= maxBytes) chunks.push(chunk);
    // Read to its end, or the connection could not carry the next request; only a flood is cut off.
    else if (length > maxBytes + drainedBytes) break;
  }
  if (length > maxBytes) throw tooLarge(maxBytes);
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): AppError {
  return new AppError("payload_too_large", `The request body may have at most ${maxBytes} bytes.`);
}
