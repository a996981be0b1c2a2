import { randomBytes } from "node:crypto";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks";
import { type Answer, StandIn, type StandInRequest } from "./stand-in";

type Fields = Record<string, string>;

/**
 * Twilio's Messages API as it is documented: it takes every message, also the same one twice, and posts its callbacks
 * when a test says so: once, twice, before the response (`take` and `report` within `behave`), or never. What signs them
 * is Twilio's own library.
 */
export class TwilioService extends StandIn {
  readonly accountSid = `AC${"0123456789abcdef".repeat(2)}`;
  readonly authToken = "f0e1d2c3b4a5968778695a4b3c2d1e0f";
  /** What it took, by SID. */
  readonly messages = new Map<string, Fields>();
  /** Where callbacks are sent in fact, as by a proxy for the public address. */
  door: string | undefined;

  /** The settings of a carrier that submits to it. */
  get settings() {
    return { url: this.origin, account_sid: this.accountSid, auth_token: this.authToken };
  }

  /** What it took for a recipient, as SIDs. */
  sidsTo(to: string): string[] {
    return [...this.messages].filter(([, { To }]) => To === `+${to}`).map(([sid]) => sid);
  }

  /** Takes a message that it was asked for. */
  take({ body }: StandInRequest): Answer {
    const fields: Fields = Object.fromEntries(new URLSearchParams(body));
    if (!fields["To"]) return twilioProblem(400, 21604, "A 'To' phone number is required.");
    if (!(fields["From"] || fields["MessagingServiceSid"])) {
      return twilioProblem(400, 21603, "A 'From' phone number is required.");
    }
    const sid = `SM${randomBytes(16).toString("hex")}`;
    this.messages.set(sid, fields);
    const taken = { sid, status: "queued", num_segments: "1", error_code: null };
    return { status: 201, body: { ...taken, body: fields["Body"], account_sid: this.accountSid } };
  }

  /** Posts a status of a message to the address that came with it. */
  report(sid: string, status: string, change: Fields = {}): Promise<Response> {
    const { StatusCallback = "", To = "", From = "" } = this.messages.get(sid) ?? {};
    return this.post(StatusCallback, {
      ...{ SmsSid: sid, SmsStatus: status, MessageStatus: status, To, MessageSid: sid },
      ...{ AccountSid: this.accountSid, From, ApiVersion: "2010-04-01", ...change },
    });
  }

  /** Posts a message from a phone to the address of a number. */
  receive(url: string, change: Fields = {}): Promise<Response> {
    const sid = `SM${randomBytes(16).toString("hex")}`;
    return this.post(url, {
      ...{ MessageSid: sid, SmsSid: sid, AccountSid: this.accountSid, SmsStatus: "received" },
      ...{ From: "+48732129001", To: "+48732129000", Body: "Hello", NumMedia: "0", ...change },
    });
  }

  protected respond(request: StandInRequest): Answer {
    const known = Buffer.from(`${this.accountSid}:${this.authToken}`).toString("base64");
    if (request.headers.authorization !== `Basic ${known}`) {
      return twilioProblem(401, 20003, "Authenticate");
    }
    const account = `/2010-04-01/Accounts/${this.accountSid}`;
    switch (`${request.method} ${request.path}`) {
      case `POST ${account}/Messages.json`:
        return this.take(request);
      case `GET ${account}/Balance.json`:
        return { status: 200, body: { balance: "0.05", currency: "USD" } };
      default:
        return twilioProblem(404, 20404, "The requested resource was not found");
    }
  }

  private post(url: string, fields: Fields): Promise<Response> {
    const { pathname, search, origin } = new URL(url);
    return fetch(`${this.door ?? origin}${pathname}${search}`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
        "x-twilio-signature": getExpectedTwilioSignature(this.authToken, url, fields),
      },
      body: new URLSearchParams(fields).toString(),
    });
  }
}

/** An error as Twilio words it. */
export function twilioProblem(status: number, code: number, message: string): Answer {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  return { status, body: { code, message, more_info, status } };
}
