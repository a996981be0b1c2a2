import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { expect, test } from "vitest";
import { isGood, judge } from "../bench/judge.mjs";
import { measureLoad, sendOf } from "../bench/measure-load.mjs";
import { readWords } from "../bench/read-words.mjs";
import { loadScenario, order, scenarioFiles } from "../bench/scenarios.mjs";

const folder = new URL("../bench/", import.meta.url);
const readme = readFileSync(new URL("README.md", folder), "utf8");
const files = scenarioFiles();

test("a bare run of the benchmark has every scenario", () => {
  expect(files.toSorted()).toEqual(order.toSorted());
});

test.each(files)(
  "the scenario %s says what it measures and has the bars that the README lists",
  async (name) => {
    const source = readFileSync(new URL(`scenarios/${name}.mjs`, folder), "utf8");
    const { bars, run } = await loadScenario(name);
    expect(source).toMatch(/^\/\/ \S/);
    expect(source).toMatch(/\/\*\* .+ \*\/\nexport async function run\(/);
    expect(run).toBeTypeOf("function");
    const line = readme.split("\n").find((each) => each.startsWith(`| \`${name}\` |`)) ?? "";
    expect(Object.keys(bars)).not.toEqual([]);
    for (const { atLeast, atMost } of Object.values(bars)) {
      expect([atLeast, atMost].filter(Number.isFinite)).toHaveLength(1);
      const wanted = atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast.toLocaleString("en-US")}`;
      expect(line).toContain(wanted);
    }
  },
);

test("a bar holds only when its value was measured and is on its side", () => {
  const bars = { fast: { atLeast: 2 }, small: { atMost: 5 } };
  const verdicts = (values, more) => {
    const found = judge({ bars, values, ...more });
    return [...found.map(({ verdict }) => verdict), isGood(found)];
  };
  expect(verdicts({ fast: 2, small: 5 })).toEqual(["holds", "holds", true]);
  expect(verdicts({ fast: 1.99, small: 5 })).toEqual(["misses", "holds", false]);
  expect(verdicts({ fast: Number.NaN, small: 6 })).toEqual(["not measured", "misses", false]);
  const skipped = { fast: "needs more cores" };
  expect(verdicts({ small: 1 }, { skipped })).toEqual(["not asked", "holds", true]);
  expect(verdicts({ fast: 2, small: 1 }, { failed: 1 })).toEqual([
    "holds",
    "holds",
    "misses",
    false,
  ]);
});

test("an unknown scenario is a mistake, and a quick run is short", () => {
  expect(readWords(["accept"], order)).toMatchObject({ isWrong: true });
  expect(readWords(["batch", "--quick"], order)).toMatchObject({
    names: ["batch"],
    plan: { seconds: 1, rounds: 1, isQuick: true },
  });
  expect(readWords([], order).names).toEqual(order);
});

test("the load's texts differ, its tokens take turns, and refusals are counted", async () => {
  const seen = { texts: new Set(), tokens: new Map(), requests: 0, refused: 0 };
  const server = createServer(async (request, response) => {
    const { body } = await json(request);
    seen.requests += 1;
    seen.texts.add(body);
    const { authorization } = request.headers;
    seen.tokens.set(authorization, (seen.tokens.get(authorization) ?? 0) + 1);
    const isRefused = seen.requests % 10 === 0;
    if (isRefused) seen.refused += 1;
    response.writeHead(isRefused ? 429 : 200).end(JSON.stringify({ status: "queued" }));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const request = sendOf(`http://127.0.0.1:${server.address().port}`, ["one", "two"]);
  const load = await measureLoad(request, { seconds: 0.2, folder: ".", of: 4, by: "own" });
  server.close();

  expect(load.responses).toBe(seen.requests);
  expect(load.failed).toBe(seen.refused);
  expect(seen.texts.size).toBe(seen.requests);
  expect([...seen.tokens.keys()].toSorted()).toEqual(["Bearer one", "Bearer two"]);
  const [one, two] = [...seen.tokens.values()];
  expect(Math.abs(one - two)).toBeLessThanOrEqual(1);
});
