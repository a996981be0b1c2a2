import { once } from "../core/once";

/** As long as a name stays good here after its approval was taken back. */
const rememberedMs = 5000;
const maxRemembered = 10_000;

/** Until when approved names are good, in milliseconds. A name that is not approved is never remembered. */
const remembered = once(() => new Map<string, number>());

/** Whether this process found the name approved a moment ago. */
export function isRememberedName(accountId: string, key: string): boolean {
  return (remembered().get(`${accountId} ${key}`) ?? 0) > Date.now();
}

/** Remembers an approved name for a few seconds; the oldest are forgotten beyond 10,000. */
export function rememberName(accountId: string, key: string): void {
  const name = `${accountId} ${key}`;
  remembered().delete(name);
  remembered().set(name, Date.now() + rememberedMs);
  if (remembered().size <= maxRemembered) return;
  const [oldest = ""] = remembered().keys();
  remembered().delete(oldest);
}
