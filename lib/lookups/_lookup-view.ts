import { rangeSource } from "../numbers/contract";
import type { NumberFacts } from "../numbers/describe-number";
import type { Suppression } from "../opt-outs/find-suppressions";
import type { NumberLookup } from "./contract";

interface Known {
  /** The number as it was written. */
  input: string;
  facts: NumberFacts;
  suppression: Suppression | undefined;
}

/** What is known of a number, in the words of the wire. */
export function toLookup({ input, facts, suppression }: Known): NumberLookup {
  const { rangeHolder, problem } = facts;
  return {
    input,
    number: facts.number,
    valid: facts.isValid,
    sendable: facts.isSendable,
    type: facts.type,
    country: facts.country,
    country_code: facts.countryCode,
    international: facts.international,
    national: facts.national,
    range_holder: rangeHolder === null ? null : { name: rangeHolder, source: rangeSource },
    opted_out: suppression?.isOfAll ?? false,
    opted_out_senders: suppression?.senders ?? [],
    problem: problem?.code ?? null,
    detail: problem?.sentence.in("en") ?? null,
    suggestion: problem?.suggestion ?? null,
  };
}
