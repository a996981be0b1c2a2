import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";

/** Marks that the rows of a backup may be committed without the keys that belong to them. Throws when it cannot. */
export function setRestoreMarker(): void {
  writeFileSync(markerPath(), "A restore has not put the keys into their place yet.\n", {
    flush: true,
  });
}

export function clearRestoreMarker(): void {
  rmSync(markerPath(), { force: true });
}

/** Throws unavailable when a restore was interrupted in its last step: sessions and secrets would not fit their rows. */
export function refuseHalfRestored(): void {
  if (!existsSync(markerPath())) return;
  throw new AppError(
    "unavailable",
    operatorSentence(
      "A restore was interrupted; run it again with --replace: npm run cli -- restore FILE --replace.",
    ),
  );
}

function markerPath(): string {
  return join(env().DATA_DIR, "restore-unfinished");
}
