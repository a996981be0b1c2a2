import { z } from "zod";
import { AppError } from "../../core/errors";
import { hashToUuid } from "../../core/hash-to-uuid";
import { jsonIn } from "../../core/json-in";
import { plainText } from "../../core/plain-text";
import { secrets } from "../../core/secrets";
import { callbackUrl } from "../callback-url";
import { type CarrierResponse, httpClient } from "../http/http-client";
import { askPhone, type Credentials } from "./_ask-phone";
import { phoneEvents } from "./receive-events";
import { phoneSentences } from "./sentences";

interface Registering {
  /** The carrier's name in `carriers.json`. */
  carrier: string;
  phone: Credentials & { url: string };
  /** For the build of the app that posts to plain http as well. */
  allowHttp?: boolean;
}

const Webhooks = z.array(z.object({ id: z.string(), url: z.string(), event: z.string() }));

/**
 * Has the phone report what becomes of its messages, and what it receives, to this installation. What is registered
 * already stays; an address that has changed is replaced. Resolves to the events that were registered now. Throws
 * invalid_request for an address that the phone does not post to, and unavailable if it does not take the webhooks.
 */
export async function registerWebhooks({
  carrier,
  phone,
  allowHttp = false,
}: Registering): Promise<string[]> {
  const url = callbackUrl(carrier);
  if (!allowHttp) demandSecure(url);
  const client = httpClient(phone.url);
  const list = await askPhone(client, phone, { method: "GET", path: "/webhooks" }).catch(
    unreachable,
  );
  const known = Webhooks.safeParse(jsonIn(list.text));
  if (list.status !== 200 || !known.success) throw refused(list);
  const missing = phoneEvents.filter(
    (event) => !known.data.some((each) => each.event === event && each.url === url),
  );
  const registered: string[] = [];
  for (const event of missing) {
    const json = { id: idOf(carrier, event), url, event };
    const asking = { method: "POST", path: "/webhooks", json } as const;
    const response = await askPhone(client, phone, asking).catch(unreachable);
    if (response.status >= 200 && response.status < 300) registered.push(event);
    else if (response.status !== 400 || event !== newestEvent) throw refused(response);
  }
  return registered;
}

/** Versions of the app that do not know it refuse it, and have nothing to report of the kind. */
const newestEvent = "sms:cancelled";

/** The same one for as long as this installation has its secret, so that another address takes the place of the old one. */
function idOf(carrier: string, event: string): string {
  return hashToUuid(`sms-gate.${secrets().carrierWebhook}.${carrier}.${event}`);
}

function demandSecure(url: string): void {
  const { protocol, hostname, origin } = new URL(url);
  if (protocol === "https:" || (protocol === "http:" && hostname === "127.0.0.1")) return;
  throw new AppError("invalid_request", phoneSentences.insecureAddress({ origin }));
}

function refused({ status, text }: CarrierResponse): AppError {
  if (status === 401 || status === 403) {
    return new AppError("unavailable", phoneSentences.wrongPassword({ status }));
  }
  const { message = "" } = z.object({ message: z.string() }).safeParse(jsonIn(text)).data ?? {};
  const said = `HTTP ${status} ${plainText(message.slice(0, 200))}`.trimEnd();
  return new AppError("unavailable", phoneSentences.webhookRejected({ said }));
}

function unreachable(cause: unknown): never {
  throw new AppError("unavailable", phoneSentences.unreachable, { cause });
}
