import { headerLength, maxPduLength } from "./_pdu";

/** The stream is not SMPP, or no longer: where the next PDU begins is unknown. */
export class BrokenStream extends Error {}

/**
 * Cuts a stream into PDUs by the length that each begins with. A length below that of a header or above 64 KiB is
 * refused before a body is awaited, so that no more than one PDU and one chunk are ever held.
 */
export class FrameGuard {
  private held: Buffer[] = [];
  private heldLength = 0;

  /** The PDUs that are whole now. Throws `BrokenStream`; the stream is of no use then. */
  push(chunk: Buffer): Buffer[] {
    this.held.push(chunk);
    this.heldLength += chunk.length;
    const wanted = this.firstLength();
    if (wanted === undefined || this.heldLength < wanted) return [];
    const { frames, rest } = cut(Buffer.concat(this.held, this.heldLength));
    this.held = rest.length > 0 ? [rest] : [];
    this.heldLength = rest.length;
    return frames;
  }

  /** How many octets of an unfinished PDU have come. */
  get pending(): number {
    return this.heldLength;
  }

  private firstLength(): number | undefined {
    if (this.heldLength < 4) return undefined;
    const [first] = this.held;
    if (first && first.length < 4) this.held = [Buffer.concat(this.held, this.heldLength)];
    return this.held[0] && lengthAt(this.held[0], 0);
  }
}

function cut(octets: Buffer): { frames: Buffer[]; rest: Buffer } {
  const frames: Buffer[] = [];
  let start = 0;
  while (octets.length - start >= 4) {
    const length = lengthAt(octets, start);
    if (octets.length - start < length) break;
    frames.push(octets.subarray(start, start + length));
    start += length;
  }
  return { frames, rest: octets.subarray(start) };
}

function lengthAt(octets: Buffer, start: number): number {
  const length = octets.readUInt32BE(start);
  if (length < headerLength || length > maxPduLength) {
    throw new BrokenStream(`a PDU of ${length} octets`);
  }
  return length;
}
