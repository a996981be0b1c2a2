import { createHash } from "node:crypto";
import {
  blockBytes,
  type Sha1State,
  sha1AfterBlock,
  sha1Bytes,
  sha1From,
  sha1State,
} from "./_sha1";

const prefix = "hmac1_";

/**
 * What makes HMAC-SHA1 signatures with a token, without the token: the two states of SHA-1 after the key's blocks. It signs
 * as the token does, but is no token: whoever reads it can forge callbacks, and can send and read nothing.
 */
export function makeSigner(token: string): string {
  const bytes = Buffer.from(token);
  const key = Buffer.alloc(blockBytes);
  (bytes.length > blockBytes ? createHash("sha1").update(bytes).digest() : bytes).copy(key);
  const states = [0x36, 0x5c].map((pad) => sha1Bytes(stateAfter(key, pad)));
  return prefix + Buffer.concat(states).toString("hex");
}

/** The HMAC-SHA1 of a text in base64, as `createHmac("sha1", token)` makes it. */
export function signWith(signer: string, text: string): string {
  const states = Buffer.from(signer.slice(prefix.length), "hex");
  const inner = sha1From(sha1State(states.subarray(0, 20)), Buffer.from(text));
  return sha1From(sha1State(states.subarray(20, 40)), inner).toString("base64");
}

function stateAfter(key: Buffer, pad: number): Sha1State {
  return sha1AfterBlock(Buffer.from(key.map((byte) => byte ^ pad)));
}
