import { AppError } from "../core/errors";
import { ifThrows } from "../core/if-throws";
import { operatorSentence } from "../core/operator-sentence";
import { codeOf } from "../core/to-app-error";
import { isEncrypted, readArchive } from "./_read-archive";
import { sha256 } from "./_write-archive";
import { formatVersion, Manifest, manifestPath, type Part, sealPath } from "./manifest";

interface Wanted {
  path: string;
  passphrase: string | undefined;
  onPart?: () => void;
}

type Found = Omit<Part, "path">;

/**
 * Reads a whole backup and compares every byte with its hash, without changing anything. Throws invalid_request with what is
 * wrong: no backup, a damaged or incomplete one, one of a newer version, or another passphrase.
 */
export async function checkBackup({ path, passphrase, onPart }: Wanted): Promise<Manifest> {
  const needsPassphrase = await isEncrypted(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (needsPassphrase && passphrase === undefined) throw locked(path);
  const { found, list, seal } = await readAll({
    path,
    passphrase: needsPassphrase ? passphrase : undefined,
    ...(onPart ? { onPart } : {}),
  }).catch((cause: unknown) => {
    throw damaged(path, reasonOf(cause), cause);
  });
  if (!list || seal === undefined) throw damaged(path, "it ends early");
  if (found.get(manifestPath)?.sha256 !== seal) throw damaged(path, `${manifestPath} was changed`);
  found.delete(manifestPath);
  const manifest = readManifest(path, list);
  compare(path, manifest, found);
  return manifest;
}

/** What an archive has, from its first file to the seal, behind which nothing may come. */
async function readAll({ path, passphrase, onPart }: Wanted) {
  const found = new Map<string, Found>();
  let list: Buffer | undefined;
  let seal: string | undefined;
  for await (const entry of readArchive(path, passphrase)) {
    if (seal !== undefined || found.has(entry.path)) throw new Error(`${entry.path} is too much`);
    if (entry.path === manifestPath) list = entry.content;
    if (entry.path === sealPath) seal = entry.content.toString("utf8").split(" ")[0];
    else found.set(entry.path, { bytes: entry.content.length, sha256: sha256(entry.content) });
    onPart?.();
  }
  return { found, list, seal };
}

function readManifest(path: string, list: Buffer): Manifest {
  const parsed = ifThrows<unknown, unknown>(
    () => JSON.parse(list.toString("utf8")),
    () => undefined,
  );
  if (typeof parsed === "object" && parsed !== null && "format" in parsed) {
    if (Number(parsed.format) > formatVersion) throw tooNew(path);
  }
  const manifest = Manifest.safeParse(parsed);
  if (manifest.success) return manifest.data;
  const [issue] = manifest.error.issues;
  throw damaged(path, `${issue?.path.join(".") || manifestPath} is not as expected`);
}

function compare(path: string, { tables, files }: Manifest, found: Map<string, Found>): void {
  for (const part of [...tables.flatMap(({ parts }) => parts), ...files]) {
    const there = found.get(part.path);
    if (!there) throw damaged(path, `${part.path} is missing`);
    if (there.sha256 !== part.sha256) throw damaged(path, `${part.path} was changed`);
    found.delete(part.path);
  }
  const [further] = found.keys();
  if (further !== undefined) throw damaged(path, `${further} is too much`);
}

/** Of the parser and the cipher in words that help; what they say themselves does not. */
function reasonOf(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : "";
  if (/unable to authenticate/i.test(said))
    return "BACKUP_PASSPHRASE is another, or it was changed";
  if (/unexpected end|ends early/i.test(said)) return "it ends early";
  return /larger than|too much/.test(said) ? said : "it is no archive of Depesza, or was changed";
}

/** The sentence for a backup that cannot be trusted. */
export function damaged(path: string, reason: string, cause?: unknown): AppError {
  return new AppError(
    "invalid_request",
    operatorSentence(`${path} cannot be restored: ${reason}. Nothing was changed.`),
    cause === undefined ? {} : { cause },
  );
}

/** The sentence for a backup of a newer version. */
export function tooNew(path: string): AppError {
  return damaged(path, "a newer version of Depesza made it; restore it with that version");
}

function locked(path: string): AppError {
  return new AppError(
    "invalid_request",
    operatorSentence(`${path} is encrypted; set BACKUP_PASSPHRASE to its passphrase.`),
  );
}

function unreadable(path: string, cause: unknown): AppError {
  return new AppError(
    "not_found",
    operatorSentence(`${path} cannot be read (${codeOf(cause) || "unknown"}).`),
    { cause },
  );
}
