import { hash, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";
import type { TokenMode } from "./contract";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const randomLength = 32;
const checksumLength = 6;
const shape = /^actio_(?:live|test)_[0-9A-Za-z]{38}$/;

/** A fresh token: prefix, 32 random base62 characters (190 bits), then a checksum of all of it. */
export function makeToken(mode: TokenMode): string {
  let token = `actio_${mode}_`;
  for (let count = 0; count < randomLength; count += 1) token += alphabet[randomInt(62)];
  return token + checksum(token);
}

/** Whether this can be a token at all: shape and checksum, no look-up. */
export function isTokenWellFormed(token: string): boolean {
  return (
    shape.test(token) && checksum(token.slice(0, -checksumLength)) === token.slice(-checksumLength)
  );
}

/** What is kept of a token as it is: enough to tell it from others, too little to guess it. */
export function tokenEnds(token: string): { firstFour: string; lastFour: string } {
  const start = token.length - randomLength - checksumLength;
  return { firstFour: token.slice(start, start + 4), lastFour: token.slice(-4) };
}

/** How people see a token that they can't see whole. */
export function maskToken(mode: TokenMode, lastFour: string): string {
  return `actio_${mode}_…${lastFour}`;
}

/** What is stored in place of a token. It has 190 random bits, so a plain hash cannot be searched. */
export function hashToken(token: string): string {
  return hash("sha256", token, "hex");
}

function checksum(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let place = 0; place < checksumLength; place += 1) {
    digits = alphabet[rest % 62] + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}
