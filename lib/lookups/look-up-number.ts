import { type Actor, demandPermission } from "../core/actor";
import { parseInput } from "../core/parse-input";
import { describeNumber } from "../numbers/describe-number";
import { findSuppressions } from "../opt-outs/find-suppressions";
import { toLookup } from "./_lookup-view";
import { readCountry } from "./_read-country";
import { LookUpNumberInput, type NumberLookup } from "./contract";

interface Wanted {
  actor: Actor;
  /** A `LookUpNumberInput` that nobody has checked. */
  input: unknown;
}

/**
 * What is known of a number: whether it is one, of which kind and country, who holds its range, and whether it has opted
 * out. Nobody outside is asked, so it is free. What is no number is a result, too. Throws invalid_request for a text too
 * long or an unknown country, and forbidden without `read_contacts`.
 */
export async function lookUpNumber({ actor, input }: Wanted): Promise<NumberLookup> {
  demandPermission(actor, "read_contacts");
  const { number, country } = parseInput(LookUpNumberInput, input);
  const facts = describeNumber(number, readCountry(country));
  const numbers = facts.number === null ? [] : [facts.number];
  const suppressions = await findSuppressions({ actor, input: { numbers } });
  return toLookup({ input: number, facts, suppression: suppressions.get(facts.number ?? "") });
}
