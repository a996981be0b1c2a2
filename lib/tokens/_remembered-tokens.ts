import type { RecalledToken } from "../core/actor";

interface Remembered {
  actor: RecalledToken;
  /** Whether it may be used from an address. */
  isAllowed(address: string | null): boolean;
  untilMs: number;
}

/** A look-up now and then is all that a busy token costs. */
export const rememberedMs = 30_000;
/** Beyond this many, the one whose last use is longest ago is forgotten. */
export const maxRemembered = 10_000;

/** What this process remembers of tokens, by the hash of the secret they were called with. The last used is the last. */
export const rememberedTokens = new Map<string, Remembered>();
