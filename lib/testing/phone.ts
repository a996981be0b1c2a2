import { createHmac } from "node:crypto";
import { jsonIn } from "../core/json-in";
import { type Answer, StandIn, type StandInRequest } from "./stand-in";

interface Webhook {
  id: string;
  url: string;
  event: string;
}

interface Report {
  event: string;
  payload: Record<string, unknown>;
  /** Of the event; the same when it is repeated. */
  id?: string;
}

/**
 * A phone with the app SMS Gateway for Android, or a server of the app under a path of its own: it takes messages and
 * webhooks, and posts signed events (docs.sms-gate.app; the app's MessagesRoutes and WebhooksRoutes).
 */
export class Phone extends StandIn {
  readonly username = "sms";
  readonly password = "Zażółć:1";
  readonly signingKey = "signing-key";
  readonly messages = new Map<string, Record<string, unknown>>();
  webhooks: Webhook[] = [];
  isWell = true;
  private readonly prefix: string;
  private events = 0;

  constructor(prefix = "") {
    super();
    this.prefix = prefix;
  }

  get url(): string {
    return `${this.origin}${this.prefix}`;
  }

  protected respond(request: StandInRequest): Answer {
    const known = Buffer.from(`${this.username}:${this.password}`).toString("base64");
    if (request.headers.authorization !== `Basic ${known}`) return refusal(401, "Unauthorized");
    const route = request.path.startsWith(this.prefix)
      ? request.path.slice(this.prefix.length)
      : "";
    switch (`${request.method} ${route}`) {
      case "POST /messages":
        return this.take(jsonIn(request.body) as Record<string, unknown>);
      case "GET /webhooks":
        return { status: 200, body: this.webhooks };
      case "POST /webhooks":
        return this.register(jsonIn(request.body) as Webhook);
      case "GET /health":
        return { status: 200, body: { status: this.isWell ? "pass" : "fail", checks: {} } };
      default:
        return refusal(404, "Not Found");
    }
  }

  private take(message: Record<string, unknown>): Answer {
    const id = String(message["id"]);
    const numbers = message["phoneNumbers"];
    if (id.length > 36) return refusal(400, "id is too long");
    if (!Array.isArray(numbers) || numbers.length === 0) {
      return refusal(400, "phoneNumbers is empty");
    }
    if (this.messages.has(id)) return refusal(409, "Message with such ID already exists");
    this.messages.set(id, message);
    const recipients = numbers.map((phoneNumber) => ({ phoneNumber, state: "Pending" }));
    return { status: 202, body: { id, deviceId: "d1", state: "Pending", recipients } };
  }

  private register(webhook: Webhook): Answer {
    if (!/^(https:\/\/|http:\/\/127\.0\.0\.1[:/])/.test(webhook.url)) {
      return refusal(400, "Invalid URL");
    }
    this.webhooks = [...this.webhooks.filter(({ id }) => id !== webhook.id), webhook];
    return { status: 201, body: webhook };
  }

  /** Posts an event to whoever wants to know of it; resolves to the statuses of their answers. */
  report({ event, payload, id = `e${this.events}` }: Report): Promise<number[]> {
    this.events += 1;
    const wanted = this.webhooks.filter((each) => each.event === event);
    return Promise.all(
      wanted.map(async (webhook) => {
        const body = JSON.stringify({ deviceId: "d1", event, id, webhookId: webhook.id, payload });
        const timestamp = String(Math.floor(Date.now() / 1000));
        const signature = createHmac("sha256", this.signingKey).update(body + timestamp);
        const response = await fetch(webhook.url, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            "x-timestamp": timestamp,
            "x-signature": signature.digest("hex"),
          },
          body,
        });
        await response.body?.cancel();
        return response.status;
      }),
    );
  }
}

function refusal(status: number, message: string): Answer {
  return { status, body: { message } };
}
