import { readFileSync, statSync } from "node:fs";
import { ifThrows } from "./if-throws";

/** Longer than any setting; a folder or a disk named by mistake is not read. */
const maxBytes = 65_536;

/**
 * The settings with those that are in files: `NAME_FILE` names the file of the setting `NAME`, such as a secret that a
 * container or systemd mounts. `NAME` itself counts first. Throws one sentence, without the content, if a file can't be
 * read.
 */
export function settingsInFiles(
  source: Record<string, string | undefined>,
  names: string[],
): Record<string, string | undefined> {
  const found = names.flatMap((name) => {
    const path = source[`${name}_FILE`]?.trim();
    return path && !source[name]?.trim() ? [[name, readSetting(`${name}_FILE`, path)]] : [];
  });
  return found.length === 0 ? source : { ...source, ...Object.fromEntries(found) };
}

function readSetting(name: string, path: string): string {
  return ifThrows(
    () => {
      const stats = statSync(path);
      if (!stats.isFile()) throw new Error("it is not a file");
      if (stats.size > maxBytes) throw new Error(`it is larger than ${maxBytes / 1024} KB`);
      const text = readFileSync(path, "utf8").trim();
      // As if it were unset, it would start another database, or with other keys.
      if (text === "") throw new Error("it is empty");
      return text;
    },
    (cause) => {
      const { code, message } = cause as NodeJS.ErrnoException;
      throw new Error(
        `These settings are wrong: ${name}: ${path} cannot be read (${code ?? message}).`,
        { cause },
      );
    },
  );
}
