import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { AppError } from "./errors";
import { ifThrows } from "./if-throws";
import { operatorSentence } from "./operator-sentence";

/** Makes the data folder with all above it. Throws unavailable with a sentence when that cannot be. */
export function makeDataFolder(folder: string): void {
  ifThrows(
    () => makeFolder(folder),
    (cause) => {
      throw unusableFolder(cause, folder);
    },
  );
}

/** The sentence for a data folder that cannot be made or written. */
export function unusableFolder(cause: unknown, folder: string): AppError {
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
  return new AppError(
    "unavailable",
    operatorSentence(
      `The data folder ${folder} cannot be written (${code}); grant this user write access, or set DATA_DIR to another folder.`,
    ),
    { cause },
  );
}

/** Node's own `recursive` goes round for ever where a folder that exists takes none, such as /proc. */
function makeFolder(folder: string): void {
  ifThrows(
    () => mkdirSync(folder),
    (error) => {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EEXIST") return;
      if (code !== "ENOENT" || dirname(folder) === folder) throw error;
      makeFolder(dirname(folder));
      makeLast(folder);
    },
  );
}

/** Another process may have been faster. */
function makeLast(folder: string): void {
  ifThrows(
    () => mkdirSync(folder),
    (error) => {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    },
  );
}
