import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { carrierKinds } from "@/lib/carriers/carrier-kinds";
import { CarriersFile } from "@/lib/carriers/carriers-file";
import { readCarriersFile } from "@/lib/carriers/read-carriers-file";
import { errorTable } from "@/lib/core/errors";
import { reasonAdvice } from "@/lib/messages/reason-advice";
import { messageStatuses } from "@/lib/messages/status";
import { deliveredEvent, exampleHeaders, exampleSecret } from "@/lib/operations/webhook-examples";
import { webhookEvents } from "@/lib/webhooks/event-contract";
import { headingsOf, parsePage } from "../_render/parse-page";
import { buildIndex } from "../_search/build-index";
import { findPassages } from "../_search/find-passages";
import { exampleOrigin } from "./example-origin";
import { generateTable } from "./generate-table";
import { languages } from "./languages";
import { pages } from "./pages";
import { readPage, readPageIn } from "./read-page";
import { hasShell, snippetFolder } from "./read-snippet";

const texts = pages.map((page) => ({ page, text: readPage(page.slug) }));

test("every text beside the list is a page, and every page has its text", () => {
  const files = readdirSync(dirname(snippetFolder)).filter((name) => name.endsWith(".md"));
  expect(files.sort()).toEqual(pages.map(({ slug }) => `${slug}.md`).sort());
});

test("the errors page has a section for each code, where problem types point", () => {
  const sections = headingsOf(parsePage("errors")).map(({ id }) => id);
  expect(sections).toEqual(Object.keys(errorTable));
});

test("the page about messages explains every state", () => {
  const { text } = texts.find(({ page }) => page.slug === "messages") ?? { text: "" };
  for (const status of messageStatuses) expect(text).toContain(`| \`${status}\` |`);
});

test("the page about reasons has every code with what to do", () => {
  const { text } = texts.find(({ page }) => page.slug === "reasons") ?? { text: "" };
  for (const [code, { en }] of Object.entries(reasonAdvice)) {
    expect(text).toContain(`| \`${code}\` | ${en.meaning} | ${en.advice} |`);
  }
});

describe("the page about carriers", () => {
  const text = readPage("carriers");

  test.each(carrierKinds)("has the kind $kind with each of its settings", ({ kind, settings }) => {
    expect(text).toContain(`| \`${kind}\` |`);
    const [, section = ""] = text.split(`\n### ${kind}\n`);
    const [own = ""] = section.split("\n#");
    const shape: Record<string, z.ZodType> = settings instanceof z.ZodObject ? settings.shape : {};
    for (const name of Object.keys(shape)) expect(own).toContain(`| \`${name}\` |`);
  });

  test("says in a sentence what each setting is for", () => {
    const tables = (["carrier-settings", "carrier-kinds", "carrier-routes"] as const).map((name) =>
      generateTable(name, "en"),
    );
    const rows = tables.join("\n").match(/^\| `.+$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) expect(row).toMatch(/ \| [A-Z][^|]+\. \|$/);
  });

  test("has an example that holds, but for the kinds of other carriers", () => {
    const [, json = "{}"] = /^```json carriers\.json\n(.+?)\n```$/ms.exec(text) ?? [];
    const [, phone = "{}"] =
      /^```json carriers\.json\n(.+?)\n```$/ms.exec(readPage("own-phone")) ?? [];
    for (const file of [json, phone]) {
      const known = carrierKinds.map((each) => each.kind);
      const { carriers, routes } = CarriersFile.parse(JSON.parse(file));
      const ours = carriers.filter((each) => known.includes(each.kind));
      const read = readCarriersFile(
        JSON.stringify({
          carriers: ours,
          routes: routes.filter(({ carrier }) => ours.some(({ name }) => name === carrier)),
        }),
        () => "a-secret",
      );
      expect(read).toMatchObject({ warnings: [] });
    }
  });
});

describe("the page about webhooks", () => {
  const text = readPage("webhooks");

  test("explains every event", () => {
    for (const event of webhookEvents) expect(text).toContain(`| \`${event}\` |`);
  });

  test("shows the very request of the reference, which verifies with the secret beside it", () => {
    const [, json = ""] = /^```json the body\n(.+?)\n```$/ms.exec(text) ?? [];
    expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify(deliveredEvent));
    for (const header of Object.values(exampleHeaders)) expect(text).toContain(`: ${header}\n`);
    expect(text).toContain(`\n${exampleSecret}\n`);
  });
});

test("the page about deliveries has the retry schedule, with the time since the event", () => {
  const deliveries = readPage("webhook-deliveries");
  const rows = ["| 1 | immediately | immediately |", "| 3 | 5 min | 5 min 5 s |"];
  for (const row of [...rows, "| 10 | 24 h | 75 h 35 min 5 s |"]) expect(deliveries).toContain(row);
});

test.each(texts)("$page.slug has no anchor twice and nothing left unfilled", ({ page, text }) => {
  const ids = headingsOf(parsePage(page.slug)).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(text).not.toMatch(/\{\{(snippet|(?!link:)[a-z-]+:)/);
});

test("every call that is shown has its file in each language", () => {
  const shown = texts.flatMap(({ text }) => [...text.matchAll(/^```snippet\n(.+)$/gm)]);
  expect(shown.length).toBeGreaterThan(8);
  for (const [, call = ""] of shown) {
    const files = readdirSync(join(snippetFolder, call));
    const wanted = languages.filter(({ id }) => id !== "shell" || hasShell(call));
    const names = wanted.map((each) => `${each.id}.${each.extension}`);
    expect(files.filter((name) => name !== "hono.mjs").sort()).toEqual(names.sort());
  }
});

test("a page as Markdown holds the very files that are run", () => {
  const send = { slug: "send", title: "Send a message", language: "en" } as const;
  const php = readFileSync(join(snippetFolder, "send/php.php"), "utf8").trim();
  const text = readPageIn({ language: "php", origin: exampleOrigin }, send);
  expect(text).toContain(`\`\`\`php\n${php}\n\`\`\``);
  expect(text).not.toContain("```snippet");
});

describe("the search", () => {
  const index = buildIndex("en");
  const first = (query: string) => findPassages(index, query)[0]?.url;

  test.each([
    ["idempotency", "/docs/idempotency"],
    ["insufficient credits", "/docs/errors#insufficient_credits"],
    ["backup", "/docs/backup-and-upgrade#backup-and-restore"],
    ["kubernetes", "/docs/deploy#kubernetes"],
    ["docker", "/docs/deploy#docker"],
    ["gsm", "/docs/segments#one-non-gsm-character-switches-the-whole-text-to-ucs-2"],
    ["rotat", "/docs/authentication#rotate-a-token-without-downtime"],
    ["reschedule message", "/docs/reference/rescheduleMessage"],
    ["sms.bounced number", "/docs/reference/onSmsBounced"],
    ["otp", "/docs/one-time-codes"],
    ["refund", "/docs/send#refunds"],
    ["reply", "/docs/send#replies"],
    ["SDK", "/docs/quick-start#sdks"],
    ["carrier_throttled", "/docs/reasons#why-a-message-is-queued"],
    ["verify signature", "/docs/webhooks#verify-the-signature"],
  ])("leads with “%s” to %s", (query, url) => {
    expect(first(query)).toBe(url);
  });

  test("wants every word, and finds nothing for none", () => {
    expect(findPassages(index, "idempotency zebra")).toEqual([]);
    expect(findPassages(index, " ? ")).toEqual([]);
  });

  test("shows the words around a hit", () => {
    const [hit] = findPassages(index, "pg_dump");
    expect(hit?.text).toContain("pg_dump");
    expect(hit?.text.length).toBeLessThan(130);
  });
});
