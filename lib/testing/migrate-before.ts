import { applyMigrations } from "./apply-migrations";

/** Brings an empty database to the release before the first migration whose name matches. */
export function migrateBefore(url: string, name: RegExp): Promise<void> {
  return applyMigrations(url, (entries) =>
    entries.slice(
      0,
      entries.findIndex(({ tag }) => name.test(tag)),
    ),
  );
}
