import type { Head, ReadingOptions } from "./_protocol";
import { readFileRows } from "./_read-file";

interface Whole extends Head {
  rows: string[][];
  positions: number[];
}

/** A small file, read to its end and without a thread; tests ask for all of it. */
export async function readAll(bytes: Uint8Array, options: ReadingOptions = {}): Promise<Whole> {
  const rows: string[][] = [];
  const positions: number[] = [];
  let head: Head | undefined;
  for await (const message of readFileRows({ file: { bytes }, ...options })) {
    if ("head" in message) {
      head = message.head;
      continue;
    }
    while (head && head.columns.length < message.chunk.width) head.columns.push("");
    rows.push(...message.chunk.rows.map(({ cells }) => cells));
    positions.push(...message.chunk.rows.map(({ position }) => position));
  }
  if (!head) throw new Error("A file has a head.");
  return { ...head, rows, positions };
}
