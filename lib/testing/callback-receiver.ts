import type {
  CallbackDoubt,
  CallbackProblem,
  Carrier,
  InboundMessage,
  Receipt,
} from "../carriers/carrier";
import { type Answer, StandIn, type StandInRequest } from "./stand-in";

/**
 * The route of carriers' callbacks with nothing behind it: what a carrier makes of each is kept here, not recorded.
 * Set `carrier` before anything is posted.
 */
export class CallbackReceiver extends StandIn {
  carrier: Carrier | undefined;
  readonly receipts: Receipt[] = [];
  readonly inbound: InboundMessage[] = [];
  readonly refusals: (CallbackDoubt | CallbackProblem)[] = [];

  protected respond({ method, path, query, headers, body }: StandInRequest): Answer {
    const [, , , name, secret = "", ...rest] = path.split("/").map(decodeURIComponent);
    const callbacks = this.carrier?.callbacks;
    if (!callbacks || !name || name !== this.carrier?.name) return { status: 404 };
    const callback = {
      method: method === "GET" ? ("GET" as const) : ("POST" as const),
      carrier: name,
      mayBeCommon: false,
      secret,
      path: rest,
      query: query.toString(),
      address: "127.0.0.1",
      header: (header: string) => {
        const value = headers[header];
        return Array.isArray(value) ? value.join(", ") : value;
      },
      body,
    };
    const doubt = callbacks.verify(callback);
    const received = doubt ? { refusal: doubt } : callbacks.receive(callback);
    if ("refusal" in received) {
      this.refusals.push(received.refusal);
      return { status: 422 };
    }
    this.receipts.push(...received.receipts);
    this.inbound.push(...(received.inbound ?? []));
    return { status: 200, body: received.response?.body ?? "{}" };
  }
}
