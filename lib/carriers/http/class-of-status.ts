import type { SubmitClass } from "./outcome-of-class";

const classes: Record<number, SubmitClass> = {
  400: "permanent",
  401: "auth",
  402: "credit",
  403: "auth",
  404: "address",
  405: "address",
  413: "permanent",
  422: "permanent",
  429: "throttled",
};

/** What an HTTP status other than 2xx says where the carrier's own documentation says nothing else (RFC 9110, 15). */
export function classOfStatus(status: number): SubmitClass {
  return classes[status] ?? "server";
}
