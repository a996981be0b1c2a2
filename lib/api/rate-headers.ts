import type { Actor } from "../core/actor";
import { messagePolicy } from "../sending/limit-messages";
import { type RateState, ratePolicy } from "../sending/limit-requests";

/** The value of `RateLimit-Policy` for requests that send or may send; undefined when all limits are off. */
export function policyHeader(sender: Pick<Actor, "mode" | "limits">): string | undefined {
  const policies = [ratePolicy(sender), messagePolicy(sender)].filter(
    (policy) => policy !== undefined,
  );
  return policies.length > 0 ? policies.join(", ") : undefined;
}

/**
 * The value of `RateLimit`, as the IETF draft words it (draft-ietf-httpapi-ratelimit-headers); undefined when nothing was
 * counted.
 */
export function rateHeader(...states: (RateState | undefined)[]): string | undefined {
  const items = states.flatMap((state) => (state ? [rateItem(state)] : []));
  return items.length > 0 ? items.join(", ") : undefined;
}

function rateItem({ policy, remaining, resetSeconds }: RateState): string {
  return `"${policy}";r=${remaining};t=${resetSeconds}`;
}
