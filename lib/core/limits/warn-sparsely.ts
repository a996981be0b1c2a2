import { log } from "../log";

const intervalMs = 60_000;
const maxKinds = 100;

interface Kind {
  warnedAt: number;
  leftOut: number;
}

const kinds = new Map<string, Kind>();

/**
 * Warns of something that anybody out there can cause as often as they like: at most once a minute for each kind, with
 * the number of times that were left out. `message` must be a text of ours and `fields` bounded.
 */
export function warnSparsely(kind: string, fields: object, message: string): void {
  const known = kinds.get(kind);
  if (known && Date.now() - known.warnedAt < intervalMs) {
    known.leftOut += 1;
    return;
  }
  if (kinds.size >= maxKinds) kinds.clear();
  kinds.set(kind, { warnedAt: Date.now(), leftOut: 0 });
  log().warn({ kind, ...fields, leftOut: known?.leftOut ?? 0 }, message);
}
