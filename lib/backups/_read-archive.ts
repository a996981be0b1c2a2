import { once } from "node:events";
import { type FileHandle, open } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { extract } from "tar-stream";
import { decrypt, encryptedWord } from "./_encryption";

/** No part is larger than what one is made of, and no list of parts comes near it. */
const maxEntryBytes = 256 * 1024 * 1024;

const readBytes = 256 * 1024;

interface ArchiveEntry {
  path: string;
  content: Buffer;
}

/** Whether a file begins as an encrypted backup does. */
export async function isEncrypted(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(encryptedWord.length);
    await file.read(head, 0, head.length, 0);
    return head.equals(encryptedWord);
  } finally {
    await file.close();
  }
}

/** The files of an archive in their order, one in memory at a time. Throws when it is none, or is damaged. */
export async function* readArchive(
  path: string,
  passphrase: string | undefined,
): AsyncGenerator<ArchiveEntry> {
  const file = await open(path, "r");
  const archive = extract();
  const feeding = feed();
  // What is wrong with the bytes ends the reading of them, too.
  feeding.catch((error) => archive.destroy(error));

  async function feed(): Promise<void> {
    for await (const chunk of bytes()) {
      if (archive.destroyed) return;
      if (!archive.write(chunk)) await room(archive);
    }
    archive.end(undefined);
  }

  function bytes(): AsyncIterable<Uint8Array> {
    if (passphrase === undefined) return bytesOf(file, 0);
    return decrypt(bytesOf(file, encryptedWord.length), passphrase);
  }

  try {
    for await (const entry of archive) {
      const { name, size = 0 } = entry.header;
      if (size > maxEntryBytes) throw new Error(`${name} is larger than any part of a backup`);
      yield { path: name, content: await buffer(entry) };
    }
    await feeding;
  } finally {
    archive.destroy();
    await feeding.catch(() => undefined);
    await file.close();
  }
}

async function room(archive: ReturnType<typeof extract>): Promise<void> {
  // Each wait takes its listeners away again: there is one for every chunk.
  const over = new AbortController();
  const { signal } = over;
  const waits = [once(archive, "drain", { signal }), once(archive, "close", { signal })];
  for (const wait of waits) wait.catch(() => undefined);
  await Promise.race(waits).finally(() => over.abort());
}

async function* bytesOf(file: FileHandle, start: number): AsyncGenerator<Uint8Array> {
  for (let position = start; ; ) {
    const { bytesRead, buffer: chunk } = await file.read(
      Buffer.allocUnsafe(readBytes),
      0,
      readBytes,
      position,
    );
    if (bytesRead === 0) return;
    position += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}
