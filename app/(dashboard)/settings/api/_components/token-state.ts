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

/** "312 requests", "1 request" */
export function requestWords(requests: number): string {
  return `${requests.toLocaleString("en-GB")} ${requests === 1 ? "request" : "requests"}`;
}

/** "23 h 59 min", "4 min 10 s", "9 s": how long it still is, rounded up to the second. */
export function leftWords(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
