import { notifyOwners } from "../accounts/notify-owners";
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

/** Mails whoever manages the webhooks that an endpoint was switched off. Nobody waits for it; what fails is logged. */
export function reportDisabled(accountId: string, endpointId: string, reason: string): void {
  mailOwners(accountId, endpointId, reason).catch((error) =>
    log().error({ err: error, endpoint: publicId("whk", endpointId) }, "owners were not told"),
  );
}

async function mailOwners(accountId: string, endpointId: string, reason: string): Promise<void> {
  const { url } = await findEndpoint({ accountId, mode: null }, publicId("whk", endpointId));
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
