import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../database/project-root";
import { operations } from "../operations/operations";
import { buildDocument } from "./build-document";
import { sdkFiles, shownOrigin } from "./sdk-files";

const made = Object.entries(sdkFiles(buildDocument(shownOrigin)));

test.each(made)("%s says what the API is; `npm run sdk` makes it anew", (path, text) => {
  const file = join(projectRoot(), path);
  expect(existsSync(file) ? readFileSync(file, "utf8") : "missing").toBe(text);
});

test.each(made.filter(([path]) => /operations\./i.test(path)))(
  "%s has every call",
  (_path, text) => {
    for (const { id, path } of operations) {
      expect(text).toMatch(new RegExp(`["' ]${id}["':]`));
      expect(text).toContain(path);
    }
  },
);

test("what may be left out, and what may be null, is so in the types", () => {
  const types = new Map(made).get("sdk/typescript/api.d.mts") ?? "";
  const message = /export interface Message \{[\s\S]*?\n\}/.exec(types)?.[0];
  expect(message).toContain("  message_id: string;");
  expect(message).toMatch(/ {2}scheduled_at: string \| null;/);
  const sent = /export interface NewMessage \{[\s\S]*?\n\}/.exec(types)?.[0];
  expect(sent).toContain("  to: string;");
  expect(sent).toMatch(/ {2}client_ref\?: string \| null \| undefined;/);
});
