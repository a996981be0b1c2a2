import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeWorkbook } from "../testing/make-workbook";
import { readSpreadsheet } from "./read-spreadsheet";

const folder = mkdtempSync(join(tmpdir(), "spreadsheets-"));
const bigText = join(folder, "big.csv");
const bigWorkbook = join(folder, "big.xlsx");
const timeoutMs = 110_000;

beforeAll(() => {
  const rows = Array.from(
    { length: 100_000 },
    (_, index) =>
      `+48${500_000_000 + index};Imię ${index};"Nowak; Kowalska";KOD${index};12,50;a;b;Warszawa, Mazowieckie;007;2026-03-05\r\n`,
  );
  writeFileSync(bigText, `telefon;imię;nazwisko;kod;kwota;e;f;g;h;i\r\n${rows.join("")}`);
  const row = `<row>${'<c><v>48501234567</v></c><c t="s"><v>0</v></c>'.repeat(2)}<c><v>1.5</v></c></row>`;
  const sheets = [{ name: "S", rows: row.repeat(100_000) }];
  writeFileSync(bigWorkbook, makeWorkbook({ texts: "<si><t>Jan</t></si>", sheets }));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  [bigText, 10],
  [bigWorkbook, 5],
])(
  "100,000 rows come in chunks of at most 1,000, and memory grows by less than 150 MB",
  async (path, width) => {
    const before = process.memoryUsage().rss;
    let peak = before;
    const timer = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 10);
    const { chunks, columns } = await readSpreadsheet({ file: { path } });
    let count = 0;
    for await (const rows of chunks) {
      count += rows.length;
      expect(rows.length).toBeLessThanOrEqual(1000);
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    clearInterval(timer);
    expect({ count, width: columns.length }).toEqual({ count: 100_000, width });
    expect(peak - before).toBeLessThan(150e6);
  },
  timeoutMs,
);

test("the head comes with the first rows, for a preview and the mapping", async () => {
  const file = await readSpreadsheet({ file: { path: bigText } });
  expect(file.sampleRows).toHaveLength(20);
  expect(file.sampleRows[0]?.slice(0, 2)).toEqual(["+48500000000", "Imię 0"]);
  await file.close();
});

test(
  "who stops early, or closes without reading, gives the place back",
  async () => {
    for (let round = 0; round < 5; round += 1) {
      const file = await readSpreadsheet({ file: { path: bigText } });
      if (round % 2 === 0) for await (const _ of file.chunks) break;
      else await file.close();
    }
  },
  timeoutMs,
);

test(
  "a reader that takes too long is told so, and its place is free again",
  async () => {
    const file = await readSpreadsheet({ file: { path: bigText }, timeoutMs: 8000 });
    await expect
      .poll(() => file.chunks.next().then(() => "", String), { timeout: 60_000, interval: 500 })
      .toMatch(/took too long/);
  },
  timeoutMs,
);

test(
  "two files are read at once, and a third one waits for its turn",
  async () => {
    const bytes = Buffer.from("tel\n501\n");
    const [first, second] = await Promise.all([
      readSpreadsheet({ file: { bytes } }),
      readSpreadsheet({ file: { bytes } }),
    ]);
    let isOpen = false;
    const third = readSpreadsheet({ file: { bytes } }).then((file) => {
      isOpen = true;
      return file;
    });
    await second.chunks.next();
    expect(isOpen).toBe(false);
    await first.close();
    await (await third).close();
    await second.close();
  },
  timeoutMs,
);

test("a refusal in the middle ends the rows before it", async () => {
  const bytes = Buffer.from(`${"501;x\n".repeat(5000)}501;${"x".repeat(1001)}\n`);
  const { chunks } = await readSpreadsheet({ file: { bytes } });
  let count = 0;
  const reading = (async () => {
    for await (const rows of chunks) count += rows.length;
  })();
  await expect(reading).rejects.toMatchObject({
    code: "invalid_request",
    details: { fields: { file: [expect.stringMatching(/row 5001, column 2/)] } },
  });
  expect(count).toBe(5000);
});
