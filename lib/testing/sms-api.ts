import { type Answer, StandIn, type StandInRequest } from "./stand-in";

/** A status of a message, as SMSAPI reports it. */
interface Status {
  idx: string;
  status: number;
  at?: number;
}

/** SMSAPI.pl: sms.do with JSON in the answer, /profile, and reports to the address of each message (smsapi.pl/docs). */
export class SmsApi extends StandIn {
  readonly token = "oauth-token";
  readonly messages = new Map<string, URLSearchParams>();
  points: number | undefined = 12.5;

  protected respond({ method, path, headers, body }: StandInRequest): Answer {
    if (headers.authorization !== `Bearer ${this.token}`)
      return failure(101, "Authorization failed");
    if (path === "/profile")
      return { status: 200, body: { username: "acme", points: this.points } };
    if (method !== "POST" || path !== "/sms.do") return { status: 404 };
    if (headers["content-type"] !== "application/x-www-form-urlencoded") return failure(8, "Form");
    return this.take(new URLSearchParams(body));
  }

  private take(fields: URLSearchParams): Answer {
    const idx = fields.get("idx") ?? "";
    const to = fields.get("to") ?? "";
    const inSeconds = Number(fields.get("expiration_date")) - Date.now() / 1000;
    if (fields.get("format") !== "json") return { status: 200, body: "ERROR:8" };
    if (!/^48\d{9}$/.test(to)) return failure(13, "No correct phone numbers");
    if (!/^[0-9a-zA-Z]{1,36}$/.test(idx)) return failure(27, "Too long idx parameter");
    if (inSeconds < 3600 || inSeconds > 72 * 3600) return failure(56, "Expiration date");
    if (!URL.canParse(fields.get("notify_url") ?? "")) return failure(70, "Invalid notify_url");
    if (fields.get("check_idx") === "1" && this.messages.has(idx)) {
      return failure(53, "Message with this idx has been sent");
    }
    this.messages.set(idx, fields);
    const message = { id: `ID${this.messages.size}`, points: 0.16, number: to, status: "QUEUE" };
    const item = { ...message, submitted_number: to, error: null, idx, parts: 1 };
    return {
      status: 200,
      body: { count: 1, list: [item], message: fields.get("message"), parts: 1 },
    };
  }

  /** Reports statuses in one call, to the address of the first one's message; resolves to what is answered. */
  async report(reports: Status[], method: "GET" | "POST" = "GET"): Promise<string> {
    const [first] = reports;
    const url = this.messages.get(first?.idx ?? "")?.get("notify_url");
    if (!first || !url) throw new Error("There is no such message.");
    const list = (of: (report: Status) => string) => reports.map(of).join(",");
    const fields = new URLSearchParams({
      MsgId: list(({ idx }) => `ID-${idx}`),
      status: list(({ status }) => String(status)),
      idx: list(({ idx }) => idx),
      donedate: list(({ at = 1_778_854_628 }) => String(at)),
      username: "acme",
    });
    return post(url, fields, method);
  }
}

/** What a callback with these fields is answered. */
export async function post(
  url: string,
  fields: URLSearchParams,
  method: "GET" | "POST" = "POST",
): Promise<string> {
  const response =
    method === "GET" ? await fetch(`${url}?${fields}`) : await fetch(url, { method, body: fields });
  return `${response.status} ${await response.text()}`;
}

function failure(error: number, message: string): Answer {
  return { status: 200, body: { error, message, invalid_numbers: null } };
}
