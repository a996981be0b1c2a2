import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "./process-wide";

/** How far a request for a server action has come: Next decodes it before any code of ours runs. */
interface Decoding {
  isDone: boolean;
}

/** The decoding that the running code belongs to, in the server's bundle and in Next's alike. */
export function decodingScope(): AsyncLocalStorage<Decoding> {
  return processWide("decoding", () => new AsyncLocalStorage<Decoding>());
}

/**
 * Every action calls this first: what fails from here on is our failure. What failed before was a request that
 * could not be decoded, and the client's failure.
 */
export function markDecoded(): void {
  const decoding = decodingScope().getStore();
  if (decoding) decoding.isDone = true;
}
