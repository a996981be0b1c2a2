import { lateOutcomes } from "./_submit-batch";

/** Resolves when every response of a carrier that was still to come is recorded; after the last dispatch. */
export async function finishSubmissions(): Promise<void> {
  await Promise.all(lateOutcomes);
}
