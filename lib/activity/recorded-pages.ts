import { db } from "../core/db";
import { recordActivity } from "./record-activity";
import type { Doer } from "./who";

interface Download {
  actor: Doer;
  /** Whose data it is: the actor's own account's, if left out. */
  accountId?: string;
  /** What is downloaded, such as `messages`, and as what. */
  input: { file: string; format: "csv" | "ndjson" | "pdf" };
}

/** The pages of a file, with an event before the first one is read: what nobody reads is no download. */
export async function* recordedPages<Item>(
  { actor, accountId, input: { file, format } }: Download,
  pages: AsyncGenerator<Item[], undefined>,
): AsyncGenerator<Item[], undefined> {
  const target = { name: file };
  await recordActivity(
    { actor, accountId, action: "export.downloaded", target, after: { format } },
    db(),
  );
  yield* pages;
  return undefined;
}
