import type { When } from "./schedule-words";

/** What the compose form holds. */
export interface Draft {
  from: string;
  /** One number or many, as they were written. */
  to: string;
  body: string;
  /** When to send; null is now. */
  when: When | null;
  clientRef: string;
  /** Seconds, as the field has them; empty for the usual. */
  validity: string;
  /** The text is to be stored nowhere once it is sent. */
  isPrivate: boolean;
}

/** What a draft asks for beyond the usual, as the API has it. */
export function optionsOf({ clientRef, validity, isPrivate }: Draft) {
  return {
    ...(clientRef ? { client_ref: clientRef } : {}),
    ...(validity ? { validity: Number(validity) } : {}),
    ...(isPrivate ? { store_body: false } : {}),
  };
}
