import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventSchema } from "@/lib/webhooks/contract";
import type { WebhookEvent } from "@/lib/webhooks/event-contract";

const folder = join(process.cwd(), "app/(docs)/docs/_content");

/** The bodies of events that the pages of a folder print, with their page. */
function bodiesIn(path: string): [string, Record<string, unknown>][] {
  const pages = readdirSync(join(folder, path)).filter((name) => name.endsWith(".md"));
  return pages.flatMap((page) => {
    const text = readFileSync(join(folder, path, page), "utf8");
    return [...text.matchAll(/^```json[^\n]*\n(\{\n {2}"event": [\s\S]*?)^```/gm)].map(
      (block): [string, Record<string, unknown>] => [join(path, page), JSON.parse(block[1] ?? "")],
    );
  });
}

const bodies = [...bodiesIn("."), ...bodiesIn("pl")];

test("the pages print bodies of events in both languages", () => {
  expect(bodies.length).toBeGreaterThanOrEqual(8);
});

test.each(bodies)("%s prints an event as it is sent, member by member", (_page, body) => {
  const schema = eventSchema(body["event"] as WebhookEvent);
  expect(Object.keys(body)).toEqual(Object.keys(schema.shape));
  expect(schema.safeParse(body).error?.issues ?? []).toEqual([]);
});
