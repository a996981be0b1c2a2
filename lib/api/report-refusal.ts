import type { Context } from "hono";
import { AppError, errorTable } from "../core/errors";
import { log } from "../core/log";
import { recordRefusal } from "../onboarding/record-refusal";
import { basicOf } from "./basic-of";
import type { ApiEnv } from "./context";
import { isTwilioPath } from "./twilio-problem";

/** The panel's own requests carry cookies, carriers' reports no token at all, and Prometheus one of its own. */
const notCustomers = /^\/api\/(panel|webhooks|health|metrics)(\/|$)/;

/** Tells the account whose request this was why it was refused, if it is still at its first steps. */
export function reportRefusal(error: unknown, c: Context<ApiEnv>): void {
  if (!(error instanceof AppError) || errorTable[error.code].status >= 500) return;
  const { pathname } = new URL(c.req.url);
  if (notCustomers.test(pathname)) return;
  recordRefusal({
    accountId: c.get("token")?.accountId,
    authorization: bearerOf(pathname, c.req.header("authorization") ?? null),
    method: c.req.method,
    path: pathname,
    status: errorTable[error.code].status,
    code: error.code,
    detail: sentenceOf(error),
  }).catch((failure: unknown) => log().warn({ err: failure }, "a rejection was not recorded"));
}

/** In Twilio's form the token comes as the password of HTTP Basic, encoded; it is looked for in the clear. */
function bearerOf(path: string, header: string | null): string | null {
  const { password } = basicOf(header ?? "");
  return isTwilioPath(path) && password !== "" ? `Bearer ${password}` : header;
}

/** What is wrong in one line: with fields, the first sentence about each. */
function sentenceOf({ message, details }: AppError): string {
  const fields = Object.entries(details.fields ?? {});
  if (fields.length === 0) return message;
  return fields.map(([field, sentences]) => `${field}: ${sentences[0]}`).join(" ");
}
