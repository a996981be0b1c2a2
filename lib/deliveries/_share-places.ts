import type { EndpointWithWork } from "./_walk-endpoints";

/** Endpoints of one account that a process serves side by side: hosts of callbacks would take all places otherwise. */
export const maxPerAccount = 32;

interface Shares {
  due: EndpointWithWork[];
  /** The accounts of the endpoints that are being served, by endpoint. */
  busy: Map<string, string>;
}

interface Shared {
  /** Those that are due and within the share of their account, with those that are served already. */
  within: EndpointWithWork[];
  /** Accounts with more. */
  crowded: Set<string>;
}

/** Leaves out endpoints of accounts that have their share of the places, the last ones of `due`. */
export function sharePlaces({ due, busy }: Shares): Shared {
  const taken = new Map<string, number>();
  for (const accountId of busy.values()) taken.set(accountId, (taken.get(accountId) ?? 0) + 1);
  const crowded = new Set<string>();
  const within = due.filter(({ account_id, endpoint_id }) => {
    if (busy.has(endpoint_id)) return true;
    const places = taken.get(account_id) ?? 0;
    if (places >= maxPerAccount) crowded.add(account_id);
    else taken.set(account_id, places + 1);
    return places < maxPerAccount;
  });
  return { within, crowded };
}
