import { isSealed, sealRequestHash } from "./seal-request-hash";

/** Whether the hash that is stored with a key is that of the request which now has the key, also where it was sealed. */
export function isSameRequest(stored: string | null, asked: string | null): boolean {
  if (stored === null || asked === null) return stored === asked;
  return stored === (isSealed(stored) ? sealRequestHash(asked) : asked);
}
