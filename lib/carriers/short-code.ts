const short = /^[\w.:-]{1,40}$/;

/** A carrier's code that is one, a word or number; null for anything that could be a sentence. */
export function shortCode(code: string | null): string | null {
  return code !== null && short.test(code) ? code : null;
}
