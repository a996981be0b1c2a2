import { afterAll, beforeAll, expect, test } from "vitest";
import { operatorOf } from "@/lib/core/actor";
import { publicId } from "@/lib/core/ids";
import { createTemplate } from "@/lib/templates/create-template";
import { mintAccount } from "@/lib/testing/mint-account";
import { openStage, type Stage } from "@/lib/testing/snippet-stage";
import { type Receiver, startReceiver } from "@/lib/testing/start-receiver";
import { createEndpoint } from "@/lib/webhooks/create-endpoint";
import { exampleFiles } from "./example-files";
import { pages } from "./pages";
import { readPage } from "./read-page";

process.env["WEBHOOK_ALLOW_SUBNETS"] = "127.0.0.1";

const timeout = 60_000;
let stage: Stage;
let receiver: Receiver;

beforeAll(async () => {
  stage = await openStage(exampleFiles);
  receiver = await startReceiver();
}, timeout);

afterAll(async () => {
  await stage?.close();
  await receiver?.close();
});

const examples = pages.flatMap(({ slug }) => {
  const blocks = readPage(slug).matchAll(/^```bash\n(.+?)\n```$/gms);
  return [...blocks].flatMap(([, text = ""]) => (text.includes("curl ") ? [{ slug, text }] : []));
});

test.concurrent.each(examples)(
  "the curl line on the page $slug works: $text",
  async ({ text }) => {
    const { accountId, token, tokenId } = await mintAccount();
    const { id } = await createEndpoint({
      actor: operatorOf(accountId, "live"),
      input: { url: receiver.url },
    });
    const template = await createTemplate({
      actor: operatorOf(accountId, "live"),
      input: { name: "Parcel", body: "Hi {{first_name|there}}, parcel {{parcel}} comes today." },
    });
    const line = text
      .replaceAll("tpl_01HQX7Z8RNQK5ZF8TBPNT2YFKA", template.template_id)
      .replaceAll("tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA", publicId("tok", tokenId))
      .replaceAll("whk_01HQX7Z8RNQK5ZF8TBPNT2YFKA", id);
    const outcome = await stage.runShell(line, token);
    expect(outcome).toMatchObject({ exitCode: 0 });
    // A problem has a code, an answer has none.
    expect(JSON.parse(outcome.stdout)).not.toHaveProperty("code");
  },
  timeout,
);
