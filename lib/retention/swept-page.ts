/** The next rows of an account in the order of their IDs, which is that of their times. */
export interface IdPage {
  accountId: string;
  /** The last row that was dealt with; null before the first. */
  after: string | null;
  /** The first ID that is too young. */
  before: string;
  limit: number;
}

/** What became of such rows. */
export interface SweptPage {
  /** The last row up to which all were dealt with; `after` if none was. */
  to: string | null;
  isDone: boolean;
  /** Somebody else works on some of them. */
  isBlocked: boolean;
}

/** How far a step came that found some rows and could lock some of these. */
export function sweptPage(
  { after, limit }: Pick<IdPage, "after" | "limit">,
  found: string[],
  locked: string[],
): SweptPage {
  const has = new Set(locked);
  const firstLeft = found.findIndex((id) => !has.has(id));
  const dealtWith = firstLeft === -1 ? found : found.slice(0, firstLeft);
  const isBlocked = firstLeft !== -1;
  return {
    to: dealtWith.at(-1) ?? after,
    isDone: !isBlocked && found.length < limit,
    isBlocked,
  };
}
