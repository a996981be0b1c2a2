import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { statementKind } from "./statement-kind";
import { streamLines } from "./stream-lines";

const toLine = (line: string) => `${line}\n`;

test("a page is read when the reader asks for it, and not before", async () => {
  let pagesRead = 0;
  async function* pages(): AsyncGenerator<string[], undefined> {
    for (const page of ["one", "two", "three"]) {
      pagesRead += 1;
      yield [page];
    }
  }
  const stream = streamLines({ pages: pages(), toLine, heading: "heading\n" });
  const reader = stream.getReader();
  await reader.read();
  await wait(20);
  expect(pagesRead).toBe(0);
  await reader.read();
  await wait(20);
  expect(pagesRead).toBe(1);
});

test("of many streams two read at once, each a page in its turn", async () => {
  let reading = 0;
  let maxReading = 0;
  const order: number[] = [];
  async function* pages(stream: number): AsyncGenerator<string[], undefined> {
    for (let page = 0; page < 5; page += 1) {
      reading += 1;
      maxReading = Math.max(maxReading, reading);
      await wait(1);
      reading -= 1;
      order.push(stream);
      yield [`${stream}`];
    }
  }
  const streams = Array.from({ length: 10 }, (_, place) =>
    new Response(streamLines({ pages: pages(place), toLine })).text(),
  );
  const texts = await Promise.all(streams);
  expect(texts.map((text) => text.length)).toEqual(Array(10).fill(10));
  expect(maxReading).toBe(2);
  expect(new Set(order.slice(0, 10)).size).toBeGreaterThanOrEqual(9);
});

test("each page is read as bulk, from its first statement to its last", async () => {
  async function* pages(): AsyncGenerator<string[], undefined> {
    for (let page = 0; page < 2; page += 1) {
      const first = statementKind();
      await wait(1);
      yield [first, statementKind()];
    }
  }
  const text = await new Response(streamLines({ pages: pages(), toLine })).text();
  expect(text).toBe("bulk\n".repeat(4));
});

test("who stops early ends the pages", async () => {
  let hasEnded = false;
  async function* pages(): AsyncGenerator<string[], undefined> {
    try {
      for (;;) yield ["more"];
    } finally {
      hasEnded = true;
    }
  }
  const reader = streamLines({ pages: pages(), toLine }).getReader();
  await reader.read();
  await reader.cancel();
  expect(hasEnded).toBe(true);
});
