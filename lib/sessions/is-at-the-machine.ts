import { isThisMachine } from "../core/is-this-machine";
import { relayedHeader } from "../core/relayed-header";
import { visitorOf } from "./visitor-of";

/** Whether a request with these headers comes from the machine that the installation runs on, and through no proxy. */
export function isAtTheMachine(received: Headers): boolean {
  if (received.has(relayedHeader)) return false;
  const host = received.get("x-forwarded-host") ?? received.get("host");
  return isThisMachine(visitorOf(received).address, host);
}
