import { execFileSync } from "node:child_process";
import { closeSync, constants, createReadStream, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, expect, it } from "vitest";
import { boundLine, safeFields } from "./_log-fields";
import { LogWriter } from "./_log-writer";

const folder = mkdtempSync(join(tmpdir(), "depesza-log-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("goes on when nobody can be written to, and says how many lines were dropped when somebody can", async () => {
  const path = join(folder, "pipe");
  execFileSync("sh", ["-c", 'mkfifo "$0"', path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const fd = openSync(path, "w");
  closeSync(reader);
  const writer = new LogWriter(fd);
  const lines = 1000;
  for (let line = 0; line < lines; line += 1)
    writer.write(`${JSON.stringify({ line, text: "x".repeat(1000) })}\n`);
  expect(await writer.untilWritten(100)).toBe(true);

  const read: Record<string, unknown>[] = [];
  const input = createInterface({ input: createReadStream(path) });
  input.on("line", (line) => read.push(JSON.parse(line)));
  await expect
    .poll(() => read.at(-1))
    .toMatchObject({ level: 50, code: "EPIPE", msg: expect.stringContaining("dropped") });
  const kept = read.slice(0, -1);
  expect(kept.map(({ line }) => line)).toEqual(kept.map((_each, place) => place));
  expect(kept.length + Number(read.at(-1)?.["dropped"])).toBe(lines);

  writer.write(`${JSON.stringify({ line: "next" })}\n`);
  await expect.poll(() => read.at(-1)).toEqual({ line: "next" });
  closeSync(fd);
});

it("takes no object and no long text as it is, and no field that names what customers write", () => {
  const fields = safeFields({
    requestId: "req_1",
    body: "Your code",
    detail: "said by an upstream",
    reason: "x".repeat(1000),
    request: { headers: { authorization: "Bearer" }, text: "Your code" },
    err: "Your code",
  });
  expect(fields).toEqual({
    requestId: "req_1",
    reason: "x".repeat(300),
    request: { name: "object" },
    err: { name: "string" },
  });
});

it("keeps a line within 4 KB", () => {
  const line = `${JSON.stringify({ level: 40, time: 1, msg: "ł".repeat(3000), more: "x" })}\n`;
  const bounded = boundLine(line);
  expect(Buffer.byteLength(bounded)).toBeLessThan(4096);
  expect(JSON.parse(bounded)).toMatchObject({
    level: 40,
    time: 1,
    cutFromBytes: Buffer.byteLength(line),
  });
  expect(boundLine('{"level":30}\n')).toBe('{"level":30}\n');
});
