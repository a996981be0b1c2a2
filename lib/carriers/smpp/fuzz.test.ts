import { expect, test, vi } from "vitest";
import { BrokenStream, FrameGuard } from "./_frame-guard";
import { decodePdu, encodePdu, headerLength, maxPduLength } from "./_pdu";
import { readDelivery } from "./_read-delivery";
import { looksLikeReceipt, readReceipt } from "./_read-receipt";

vi.setConfig({ testTimeout: 60_000 });

const rounds = 50_000;

/** Mulberry32: the same inputs in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const receipt = Buffer.from(
  "id:0123456789 sub:001 dlvrd:001 submit date:2608011200 done date:260801140012 stat:DELIVRD err:000 text:Hello",
);
const reading = {
  receiptId: "auto",
  gsm7: "packed",
  arrivedAt: new Date("2026-08-01T12:00:30Z"),
} as const;

/** A PDU with some of its octets changed, taken out, or put in. */
function damaged(octets: Buffer, random: (below: number) => number): Buffer {
  const copy = [...octets];
  for (let change = random(6); change >= 0; change -= 1) {
    const place = random(copy.length + 1);
    copy.splice(place, random(3), ...Array.from({ length: random(3) }, () => random(256)));
  }
  return Buffer.from(copy);
}

function samples(): Buffer[] {
  const addresses = { source_addr: "48732129000", destination_addr: "Depesza", source_addr_ton: 1 };
  return [
    encodePdu("deliver_sm", 1, { ...addresses, esm_class: 4, short_message: receipt }),
    encodePdu("deliver_sm", 2, {
      ...addresses,
      data_coding: 8,
      short_message: Buffer.from("\0a\0b"),
    }),
    encodePdu("deliver_sm", 3, {
      ...addresses,
      esm_class: 0x40,
      short_message: Buffer.from("050003cd0201616263", "hex"),
    }),
    encodePdu("data_sm", 4, {
      ...addresses,
      esm_class: 4,
      message_payload: receipt,
      receipted_message_id: "77",
      message_state: 2,
      network_error_code: Buffer.of(3, 0, 1),
    }),
    encodePdu("submit_sm_resp", 5, { message_id: "18d0e03a" }),
    encodePdu("enquire_link", 6),
  ];
}

test("no stream of damaged PDUs, in chunks of any size, crashes what reads it or makes it hold more than one", () => {
  const random = seeded(1);
  const pdus = samples();
  const sum = { read: 0, broken: 0, mostHeld: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const guard = new FrameGuard();
    const both = Buffer.concat([pdus[random(6)] ?? receipt, pdus[random(6)] ?? receipt]);
    const stream = damaged(both, random);
    const read = readStream(guard, stream, 1 + random(stream.length));
    if (read === undefined) sum.broken += 1;
    else sum.read += read;
    sum.mostHeld = Math.max(sum.mostHeld, guard.pending);
  }
  expect(sum.mostHeld).toBeLessThanOrEqual(maxPduLength);
  expect(sum.read).toBeGreaterThan(rounds / 2);
  expect(sum.broken).toBeGreaterThan(rounds / 10);
});

/** How many PDUs a stream has; undefined if it is none. */
function readStream(guard: FrameGuard, stream: Buffer, size: number): number | undefined {
  let read = 0;
  try {
    for (let start = 0; start < stream.length; start += size) {
      for (const frame of guard.push(stream.subarray(start, start + size))) {
        const pdu = decodePdu(frame);
        if (pdu) readDelivery(pdu, reading);
        read += 1;
      }
    }
    return read;
  } catch (error) {
    if (!(error instanceof BrokenStream)) throw error;
    return undefined;
  }
}

test("no damaged receipt crashes what reads it", () => {
  const random = seeded(2);
  let read = 0;
  for (let round = 0; round < rounds; round += 1) {
    const octets = damaged(receipt, random);
    looksLikeReceipt(octets);
    const found = readReceipt(
      {
        octets,
        receiptedMessageId: random(2)
          ? damaged(Buffer.from("6aad5"), random).toString("latin1")
          : undefined,
        messageState: random(2) ? random(256) : undefined,
        networkErrorCode: random(2) ? damaged(Buffer.of(3, 0, 1), random) : undefined,
        arrivedAt: reading.arrivedAt,
      },
      "auto",
    );
    if (!found) continue;
    read += 1;
  }
  expect(read).toBeGreaterThan(rounds / 2);
});

test.each([0, headerLength - 1, maxPduLength + 1, 0xff_ff_ff_ff])(
  "a PDU that says it has %i octets breaks the stream before its body comes",
  (length) => {
    const start = Buffer.alloc(4);
    start.writeUInt32BE(length);
    expect(() => new FrameGuard().push(start)).toThrow(BrokenStream);
  },
);

test("a stream in single octets gives the same PDUs", () => {
  const pdus = samples();
  const guard = new FrameGuard();
  const frames = [...Buffer.concat(pdus)].flatMap((octet) => guard.push(Buffer.of(octet)));
  expect(frames).toEqual(pdus);
  expect(frames.map((frame) => decodePdu(frame)?.sequence)).toEqual([1, 2, 3, 4, 5, 6]);
});
