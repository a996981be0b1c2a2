import { afterAll, beforeAll, expect, test } from "vitest";
import { publicId } from "@/lib/core/ids";
import { mintAccount } from "@/lib/testing/mint-account";
import { openStage, type Stage } from "./open-stage";
import { pages } from "./pages";
import { readPage } from "./read-page";

const timeout = 60_000;
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, timeout);

afterAll(() => stage?.close());

const examples = pages.flatMap(({ slug }) => {
  const blocks = readPage(slug).matchAll(/^```bash\n(.+?)\n```$/gms);
  return [...blocks].flatMap(([, text = ""]) => (text.includes("curl ") ? [{ slug, text }] : []));
});

test.concurrent.each(examples)(
  "the curl line on the page $slug works: $text",
  async ({ text }) => {
    const { token, tokenId } = await mintAccount();
    const line = text.replaceAll("tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA", publicId("tok", tokenId));
    const outcome = await stage.runShell(line, token);
    expect(outcome).toMatchObject({ exitCode: 0 });
    // A problem has a code, an answer has none.
    expect(JSON.parse(outcome.stdout)).not.toHaveProperty("code");
  },
  timeout,
);
