import { appUrl } from "../core/env";
import { AppError } from "../core/errors";
import { jsonIn } from "../core/json-in";
import { readText } from "./read-json";
import { apiSentences } from "./sentences";

/** What clients that speak next-auth's protocol sign in and out with; the rest of it is not served. */
const served = ["GET session", "GET csrf", "POST callback/credentials", "POST signout"];

/** More than a client ever encodes; what is encoded more often than this is no address either. */
const maxReadings = 5;

/**
 * The fields of a request to next-auth at `action`, the path below /api/auth; undefined without a body. Throws
 * not_found for what is not served, invalid_json, and invalid_request for a callbackUrl that is no web address:
 * next-auth itself answers those 500.
 */
export async function readAuthRequest(
  request: Request,
  action: string,
): Promise<Record<string, string> | undefined> {
  if (!served.includes(`${request.method} ${action}`)) {
    throw new AppError("not_found", apiSentences.noSuchPath);
  }
  const fields = request.method === "POST" ? await readFields(request) : undefined;
  const cookies = (request.headers.get("cookie") ?? "").matchAll(/callback-url=([^;]*)/g);
  const asked = [
    ...new URL(request.url).searchParams.getAll("callbackUrl"),
    fields?.["callbackUrl"] ?? "",
    ...[...cookies].flatMap(([, text = ""]) => readingsOf(text)),
  ];
  if (!asked.every((url) => url === "" || isWebUrl(url))) {
    const sentence = apiSentences.wrongCallback;
    throw new AppError("invalid_request", sentence, { fields: { callbackUrl: [sentence] } });
  }
  return fields;
}

/** A form or a JSON object, as next-auth takes them. */
async function readFields(request: Request): Promise<Record<string, string>> {
  const text = await readText(request);
  const isJson = request.headers.get("content-type")?.includes("application/json");
  const fields = isJson ? Object.entries(parseObject(text)) : [...new URLSearchParams(text)];
  return Object.fromEntries(fields.filter((field) => typeof field[1] === "string"));
}

function parseObject(text: string): Record<string, string> {
  const value = jsonIn(text);
  if (typeof value === "object" && value !== null) return value as Record<string, string>;
  throw new AppError("invalid_json", apiSentences.notAnObject);
}

function isWebUrl(url: string): boolean {
  return URL.canParse(url, appUrl()) && /^https?:$/.test(new URL(url, appUrl()).protocol);
}

/** A cookie's value as it stands, without quotes, and decoded as often as it was encoded: readers differ. */
function readingsOf(text: string): string[] {
  const readings = [text.trim().replace(/^"|"$/g, "")];
  for (const reading of readings) {
    const decoded = decode(reading).replace(/^"|"$/g, "");
    if (decoded !== reading && readings.length < maxReadings) readings.push(decoded);
  }
  return readings;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
