// Puts any gateway beside ours: the same client, connections, texts and length, in turn.
// node bench/compare.mjs URL [--method POST] [--header "Name: value"]... [--body TEXT] [--seconds N] [--rounds N]
// In the URL and the body {n} stands for nine digits that differ in every request, {d} for the last four of them. Ours accepts
// one account's sends, ROLE=web. Writes a table and one line of JSON.
import { parseArgs } from "node:util";
import { forNode } from "../scripts/bundle.mjs";
import { ensureBuilt, ensureInstalled, enterProject } from "../scripts/prepare.mjs";
import { alternate, measureSends, ratioOf, warmUp, withRatios } from "./contest.mjs";
import { measureLoad, sendOf } from "./measure-load.mjs";
import { openLab } from "./open-lab.mjs";
import { tableOf } from "./tables.mjs";

const usage =
  'Usage: node bench/compare.mjs URL [--method POST] [--header "Name: value"] [--body TEXT] [--seconds N] [--rounds N]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    method: { type: "string" },
    header: { type: "string", multiple: true, default: [] },
    body: { type: "string" },
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "5" },
  },
});
const [url] = positionals;
if (!URL.canParse(url ?? "")) {
  console.error(usage);
  process.exit(2);
}

enterProject();
ensureInstalled({ dev: true });
await ensureBuilt({ pages: true });
const { build } = await import("esbuild");
const outfile = "dist/open-accounts.mjs";
await build({ ...forNode, entryPoints: ["bench/open-accounts.ts"], outfile });

const plan = { seconds: Number(values.seconds) || 5, rounds: Number(values.rounds) || 5 };
const lab = openLab({ plan, env: process.env, say: console.log });
try {
  const web = await lab.serve("web");
  const [{ token }] = await lab.accounts(1);
  const [ours, theirs] = [sendOf(web.url, token), theirRequest()];
  for (const request of [ours, theirs]) await warmUp(lab, request);
  const { seconds } = plan;
  const contestants = [
    { name: "Depesza", measure: () => measureSends(lab, [web], ours) },
    { name: url, measure: () => measureLoad(theirs, { seconds, folder: lab.folder }) },
  ];
  const { rows, failed } = await alternate(contestants, plan.rounds);
  const ratio = ratioOf(rows, "Depesza", url);
  console.log(tableOf(withRatios(rows, url)));
  console.log(JSON.stringify({ rows, ratio, failed, plan }));
  if (failed > 0) process.exitCode = 1;
} finally {
  await lab.close();
}

function theirRequest() {
  const headers = values.header.map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
  });
  const method = values.method ?? (values.body ? "POST" : "GET");
  return { url, method, headers: Object.fromEntries(headers), body: values.body ?? "" };
}
