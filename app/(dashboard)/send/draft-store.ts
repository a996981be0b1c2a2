import type { Draft } from "./_components/draft";

interface Kept {
  draft: Partial<Draft>;
  key: string;
}

/** Keeps an account's draft in this browser. Where the browser keeps nothing, nothing is kept. */
export function keepDraft(accountId: string, kept: Kept): void {
  quietly(() => localStorage.setItem(nameOf(accountId), JSON.stringify(kept)));
}

/** The draft an account left in this browser, if it says anything. */
export function recallDraft(accountId: string): Kept | null {
  const text = quietly(() => localStorage.getItem(nameOf(accountId)));
  const kept: unknown = text ? quietly(() => JSON.parse(text)) : null;
  if (!isKept(kept)) return null;
  return kept.draft.to || kept.draft.body ? kept : null;
}

/** Forgets an account's draft. */
export function forgetDraft(accountId: string): void {
  quietly(() => localStorage.removeItem(nameOf(accountId)));
}

/** Forgets every draft in this browser, whoever wrote it. */
export function forgetAllDrafts(): void {
  quietly(() => {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(prefix)) localStorage.removeItem(name);
    }
  });
}

const prefix = "depesza.draft.";

function nameOf(accountId: string): string {
  return `${prefix}${accountId}`;
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null || !("draft" in value)) return false;
  if (!("key" in value) || typeof value.key !== "string") return false;
  const { draft } = value;
  if (typeof draft !== "object" || draft === null) return false;
  return Object.entries(draft).every(([name, held]) => {
    if (name === "when") return held === null || isWhen(held);
    return typeof held === (name === "isPrivate" ? "boolean" : "string");
  });
}

function isWhen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return "wall" in value && "zone" in value && typeof value.wall === "string" && isZone(value.zone);
}

function isZone(zone: unknown): boolean {
  return quietly(() => new Intl.DateTimeFormat("en", { timeZone: String(zone) })) !== null;
}

/** A browser may forbid storage, and what lies there may be anybody's. */
function quietly<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
