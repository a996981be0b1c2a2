import { notifyOwners } from "../accounts/notify-owners";
import { maskUrl } from "../activity/mask-url";
import { recordActivity } from "../activity/record-activity";
import { systemOf } from "../activity/who";
import { db } from "../core/db";
import { appUrl } from "../core/env";
import { publicId } from "../core/ids";
import { log } from "../core/log";
import type { Words } from "../language/language";
import { findEndpoint } from "../webhooks/find-endpoint";

const whys: Words<Record<string, string>> = {
  en: {
    gone: "It returned 410 Gone.",
    failing: "Every delivery failed for too long.",
  },
  pl: {
    gone: "Zwrócił 410 Gone.",
    failing: "Zbyt długo nie udawało się żadne dostarczenie.",
  },
};

/** Records that an endpoint was switched off, and mails whoever manages the webhooks. Nobody waits; what fails is logged. */
export function reportDisabled(accountId: string, endpointId: string, reason: string): void {
  report(accountId, endpointId, reason).catch((error) =>
    log().error({ err: error, endpoint: publicId("whk", endpointId) }, "owners were not told"),
  );
}

async function report(accountId: string, endpointId: string, reason: string): Promise<void> {
  const id = publicId("whk", endpointId);
  const { url } = await findEndpoint({ accountId, mode: null }, id);
  const target = { id, name: maskUrl(url) };
  const actor = systemOf(accountId);
  await recordActivity({ actor, action: "endpoint.disabled", target, after: { reason } }, db());
  const page = `${appUrl()}/settings/webhooks`;
  await notifyOwners(
    accountId,
    {
      en: {
        subject: "Webhook endpoint disabled",
        paragraphs: [
          `Events no longer go to ${url}. ${whys.en[reason] ?? ""}`,
          "When it works again, enable it and replay the missed events.",
        ],
        link: { words: "Open the webhooks", url: page },
      },
      pl: {
        subject: "Punkt odbioru webhooków został wyłączony",
        paragraphs: [
          `Zdarzenia nie trafiają już pod adres ${url}. ${whys.pl[reason] ?? ""}`,
          "Gdy znów zacznie działać, włącz go i ponownie wyślij pominięte zdarzenia.",
        ],
        link: { words: "Przejdź do webhooków", url: page },
      },
    },
    "manage_webhooks",
  );
}
