import { notifyOwners } from "../accounts/notify-owners";
import { appUrl } from "../core/env";
import { publicId } from "../core/ids";
import { log } from "../core/log";
import { findEndpoint } from "../webhooks/find-endpoint";

const whys: Record<string, string> = {
  gone: "It answered 410 Gone, which asks for no more events.",
  failing: "Nothing but failures came back for too long.",
};

/** Mails the owners that one of their endpoints was switched off. Nobody waits for it; what fails is logged. */
export function tellOwners(accountId: string, endpointId: string, reason: string): void {
  mailOwners(accountId, endpointId, reason).catch((error) =>
    log().error({ err: error, endpoint: publicId("whk", endpointId) }, "owners were not told"),
  );
}

async function mailOwners(accountId: string, endpointId: string, reason: string): Promise<void> {
  const { url } = await findEndpoint({ accountId }, publicId("whk", endpointId));
  await notifyOwners(accountId, {
    subject: "A webhook endpoint was switched off",
    paragraphs: [
      `Events no longer go to ${url}. ${whys[reason] ?? ""}`,
      "Once it answers again, switch it on and replay what it missed.",
    ],
    link: { words: "Open the webhooks", url: `${appUrl()}/settings/webhooks` },
  });
}
