import { randomBytes } from "node:crypto";
import { SegmentedMessage } from "sms-segments-calculator";
import { type Answer, StandIn, type StandInRequest } from "./stand-in";

type Fields = Record<string, string>;
type Encoding = "query" | "form" | "json";

/**
 * Vonage's SMS API as it is documented: it takes every message, also the same one twice, gives each part an ID, and posts
 * a receipt per part when a test says so: once, twice, before the response (`take` and `report` within `behave`), or
 * never.
 */
export class VonageService extends StandIn {
  readonly apiKey = "abcd1234";
  readonly apiSecret = "abcdef0123456789";
  /** What it took, by the ID of a part. */
  readonly parts = new Map<string, Fields>();
  /** How callbacks say what they say. */
  encoding: Encoding = "form";
  /** Signs the fields of callbacks, if the account has them signed. */
  sign: ((fields: Fields) => string) | undefined;
  /** Where callbacks are sent in fact, as by a proxy for the public address. */
  door: string | undefined;

  /** The settings of a carrier that submits to it. */
  get settings() {
    return { url: this.origin, api_key: this.apiKey, api_secret: this.apiSecret };
  }

  /** What it took for a recipient, as IDs of parts. */
  idsTo(to: string): string[] {
    return [...this.parts].filter(([, fields]) => fields["to"] === to).map(([id]) => id);
  }

  /** Takes a message that it was asked for; `statusOf` says what becomes of each part. */
  take({ body }: StandInRequest, statusOf: (place: number) => string = () => "0"): Answer {
    const fields: Fields = Object.fromEntries(new URLSearchParams(body));
    const { api_key, api_secret, to = "", text = "", type = "text" } = fields;
    if (api_key !== this.apiKey || api_secret !== this.apiSecret) return vonageErrors("4");
    if (!(to && fields["from"])) return vonageErrors("2");
    const { encodingName, segments } = new SegmentedMessage(text);
    // What it would send in place of the text is not what was asked for.
    if (encodingName === "UCS-2" && type !== "unicode") return vonageErrors("3");
    const messages = Array.from({ length: segments.length }, (_, place) => {
      const status = statusOf(place);
      if (status !== "0") return { status, "error-text": `Error ${status}` };
      const id = randomBytes(8).toString("hex").toUpperCase();
      this.parts.set(id, fields);
      return { to, "message-id": id, status, "remaining-balance": "3.14", network: "26003" };
    });
    return { status: 200, body: { "message-count": String(segments.length), messages } };
  }

  /** Posts what became of a part to the address that came with it. */
  report(id: string, status: string, change: Fields = {}): Promise<Response> {
    const { callback = "", to = "", from = "", "client-ref": ref = "" } = this.parts.get(id) ?? {};
    return this.call(callback, {
      ...{ msisdn: to, to: from, messageId: id, status, "client-ref": ref, "api-key": this.apiKey },
      ...{ "err-code": status === "delivered" ? "0" : "1", "network-code": "26003" },
      ...{ price: "0.03330000", scts: "2001011400", ...times(), ...change },
    });
  }

  /** Posts a message from a phone to the address of the account. */
  receive(url: string, change: Fields = {}): Promise<Response> {
    const messageId = randomBytes(8).toString("hex").toUpperCase();
    return this.call(url, {
      ...{ msisdn: "48732129001", to: "48732129000", messageId, text: "Hello", type: "text" },
      ...{ keyword: "HELLO", "api-key": this.apiKey, ...times(), ...change },
    });
  }

  protected respond(request: StandInRequest): Answer {
    if (`${request.method} ${request.path}` === "POST /sms/json") return this.take(request);
    const known = Buffer.from(`${this.apiKey}:${this.apiSecret}`).toString("base64");
    if (`${request.method} ${request.path}` !== "GET /account/get-balance") return { status: 404 };
    if (request.headers.authorization !== `Basic ${known}`) return { status: 401 };
    return { status: 200, body: { value: 10.28, autoReload: false } };
  }

  private call(url: string, fields: Fields): Promise<Response> {
    const all = this.sign ? { ...fields, sig: this.sign(fields) } : fields;
    const { pathname, origin } = new URL(url);
    const address = `${this.door ?? origin}${pathname}`;
    const form = new URLSearchParams(all).toString();
    if (this.encoding === "query") return fetch(`${address}?${form}`);
    const isJson = this.encoding === "json";
    const type = isJson ? "application/json" : "application/x-www-form-urlencoded";
    const body = isJson ? JSON.stringify(all) : form;
    return fetch(address, { method: "POST", headers: { "content-type": type }, body });
  }
}

function times(): Fields {
  const now = new Date();
  return {
    "message-timestamp": now.toISOString().slice(0, 19).replace("T", " "),
    timestamp: String(Math.floor(now.getTime() / 1000)),
  };
}

/** A response in which no part was accepted: one of these statuses each. */
export function vonageErrors(...statuses: string[]): Answer {
  const messages = statuses.map((status) => ({ status, "error-text": `Error ${status}` }));
  return { status: 200, body: { "message-count": String(statuses.length), messages } };
}
