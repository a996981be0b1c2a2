import type { messages } from "@/drizzle/schema/messages";
import type { Actor } from "../core/actor";
import type { Echoed } from "../core/echoed-contract";
import type { AppError } from "../core/errors";
import type { SendMessageInput } from "../messages/contract";

/** A validated and priced send on its way into the store. */
export interface Admission {
  actor: Actor;
  input: SendMessageInput;
  encoding: "GSM-7" | "UCS-2";
  segments: number;
  /** What it costs the account; 0 for test messages. */
  credits: number;
  /** Tells a repeated request from another one with its key; null without a key. */
  requestHash: string | null;
  /** Why it is refused unless its key was used before; null for what may be new. */
  late: AppError | null;
  /** 0 leaves first; bulk is 1, so that a login code overtakes a campaign of the same account. */
  priority: 0 | 1;
  /** The carrier it goes to, whatever the routes say. */
  carrier?: string;
  /** The ID it gets, where something is stored about it before; a new one if left out. */
  messageId?: string;
  coded?: Coded | undefined;
}

/** A text with the code of a verification, which nothing stores: what is stored in its place, and what it is a code of. */
export interface Coded {
  verificationId: string;
  shown: string;
}

export type MessageRow = typeof messages.$inferSelect;

/** What the answer to an accepted send is made of. */
export type AdmittedMessage = Pick<
  MessageRow,
  | "id"
  | "from"
  | "to"
  | "segments"
  | "encoding"
  | "credits"
  | "scheduledAt"
  | "firstScheduledAt"
  | "createdAt"
  | "test"
  | "bodyStorage"
> &
  Echoed;

export interface Admitted {
  message: AdmittedMessage;
  isReplay: boolean;
}
