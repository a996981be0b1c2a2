import type { ErrorCode } from "../core/errors";
import type { MintedAccount } from "./mint-account";
import type { Receiver } from "./start-receiver";

/** A request as a test means it: what is not said comes from the operation's documented example. */
export interface Ask {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  token?: string;
  headers?: Record<string, string>;
  /** Instead of `body`: sent as it is. */
  text?: string;
  method?: string;
  /** Runs when the answer is there. */
  after?: () => Promise<void>;
}

/** Where a play takes place: an account of its own, a server for its events, and calls that must go well. */
export interface Stage {
  account: MintedAccount;
  receiver: Receiver;
  make(operationId: string, ask?: Ask): Promise<Record<string, unknown>>;
}

type Play = (stage: Stage) => Ask | Promise<Ask>;

export interface Plays {
  /** What a request that goes well needs beyond its example. */
  prepare?: Play;
  /** How to be refused with each code of this operation that is not the same for all. */
  refusals?: Partial<Record<ErrorCode, Play>>;
}

/** The message of the guide. */
export const guide = { from: "YourBrand", to: "48732129000", body: "Your login code: 482910" };
