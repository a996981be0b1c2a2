import type { Concern, ConcernKind } from "./contract";

/** A concern about the whole installation, unless said otherwise. */
export function concern(kind: ConcernKind, said: Partial<Omit<Concern, "kind">> = {}): Concern {
  const nothing = {
    subject: null,
    subjectId: null,
    account: null,
    since: null,
    reason: null,
    said: null,
  };
  return { kind, count: 0, ...nothing, ...said };
}
