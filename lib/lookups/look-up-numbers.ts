import { setImmediate } from "node:timers/promises";
import { type Actor, demandPermission } from "../core/actor";
import { parseInput } from "../core/parse-input";
import { describeNumber, type NumberFacts } from "../numbers/describe-number";
import { findSuppressions } from "../opt-outs/find-suppressions";
import { toLookup } from "./_lookup-view";
import { readCountry } from "./_read-country";
import { LookUpNumbersInput, type NumberLookups } from "./contract";

/** How many numbers are read before other requests get their turn: the library compiles patterns for each. */
const readAtOnce = 20;

interface Wanted {
  actor: Actor;
  /** A `LookUpNumbersInput` that nobody has checked. */
  input: unknown;
}

/**
 * What is known of up to 100 numbers, in their order, each as `lookUpNumber` says it; one query finds who has opted out.
 * Throws invalid_request and forbidden as that does.
 */
export async function lookUpNumbers({ actor, input }: Wanted): Promise<NumberLookups> {
  demandPermission(actor, "read_contacts");
  const { numbers: written, country } = parseInput(LookUpNumbersInput, input);
  const home = readCountry(country);
  const described: { input: string; facts: NumberFacts }[] = [];
  for (const [position, each] of written.entries()) {
    if (position > 0 && position % readAtOnce === 0) await setImmediate();
    described.push({ input: each, facts: describeNumber(each, home) });
  }
  const numbers = new Set(described.flatMap(({ facts }) => facts.number ?? []));
  const suppressions = await findSuppressions({ actor, input: { numbers: [...numbers] } });
  return {
    data: described.map(({ input: each, facts }) =>
      toLookup({ input: each, facts, suppression: suppressions.get(facts.number ?? "") }),
    ),
  };
}
