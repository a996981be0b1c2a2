import { expect, test } from "vitest";
import { countProcesses } from "./count-processes";

const gigabyte = 1024 ** 3;

test.each([
  ["two cores", { cores: 2, memoryBytes: 8 * gigabyte }, 1],
  ["less than a GB of memory", { cores: 16, memoryBytes: gigabyte - 1 }, 1],
  ["eight cores", { cores: 8, memoryBytes: 16 * gigabyte }, 6],
  ["as much memory as three processes need", { cores: 8, memoryBytes: 3.5 * gigabyte }, 3],
  ["many cores", { cores: 64, memoryBytes: 256 * gigabyte }, 8],
])("%s", (_machine, machine, count) => {
  delete process.env["PROCESSES"];
  expect(countProcesses(machine)).toBe(count);
});
