import type { TokenView } from "@/lib/tokens/contract";

const idleMs = 90 * 86_400_000;

/** Whether a token no longer works: revoked, or past its expiry. */
export function hasEnded({ revoked_at, expires_at }: TokenView, nowMs: number): boolean {
  return revoked_at !== null || (expires_at !== null && Date.parse(expires_at) <= nowMs);
}

/** Whether nothing seems to need a token: never used, or not for 90 days. */
export function isIdle({ last_used_at }: TokenView, nowMs: number): boolean {
  return last_used_at === null || Date.parse(last_used_at) < nowMs - idleMs;
}

/** How long it still is, rounded up to the second: hours, minutes and seconds of the clock. */
export function splitTime(ms: number): [hours: number, minutes: number, seconds: number] {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
}
