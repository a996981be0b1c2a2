import { createHash } from "node:crypto";
import { once } from "node:events";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pack } from "tar-stream";
import { encrypt } from "./_encryption";
import type { Part } from "./manifest";

/** Adds a file to the archive and says what to note of it. Resolves when there is room for the next. */
export type AddPart = (path: string, content: Buffer) => Promise<Part>;

/** What ends the writing when there is nothing more to come. */
const stopped = new Error("the archive is abandoned");

interface Draft {
  path: string;
  passphrase: string | undefined;
  signal: AbortSignal;
}

/**
 * Writes a new file: a tar archive of what `fill` adds, encrypted if there is a passphrase, and on the disk before this
 * resolves. Returns its size. Throws what `fill` and the disk say; half a file may be left then.
 */
export async function writeArchive(
  { path, passphrase, signal }: Draft,
  fill: (add: AddPart) => Promise<void>,
): Promise<number> {
  const archive = pack();
  const plain = Readable.from(archive);
  const bytes = passphrase ? encrypt(plain, passphrase) : plain;
  const file = await open(path, "wx", 0o600);
  const stop = () => archive.destroy(asError(signal.reason));
  signal.addEventListener("abort", stop);
  try {
    const writing = writeAll(file, bytes);
    // It is looked at below, after what may fail first.
    writing.catch(() => undefined);
    const add: AddPart = async (name, content) => {
      await Promise.race([addEntry(archive, name, content), writing]);
      return { path: name, bytes: content.length, sha256: sha256(content) };
    };
    await fill(add).catch(async (error: unknown) => {
      archive.destroy(stopped);
      // The disk may have been first to fail: then that is the reason.
      const failure = await writing.then(
        () => error,
        (cause: unknown) => (cause === stopped ? error : cause),
      );
      throw failure;
    });
    archive.finalize();
    await writing;
    await file.sync();
    return (await file.stat()).size;
  } finally {
    signal.removeEventListener("abort", stop);
    await file.close();
  }
}

/** The hash of some bytes, as archives note it. */
export function sha256(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

async function addEntry(archive: ReturnType<typeof pack>, name: string, content: Buffer) {
  const entry = archive.entry({ name, size: content.length, mode: 0o600 });
  const finished = once(entry, "finish");
  entry.end(content);
  await finished;
}

async function writeAll(file: FileHandle, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of bytes) await file.writeFile(chunk);
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
