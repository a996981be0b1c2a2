import type { Submission } from "../carrier";
import { encodeText, type TextSettings } from "./_encode-text";
import type { Fields } from "./_pdu";

/** Type of number and numbering plan (SMPP 3.4, sections 5.2.5 and 5.2.6). */
type TonNpi = [ton: number, npi: number];

export interface AddressSettings extends TextSettings {
  source: { alphanumeric: TonNpi; number: TonNpi; short_code: TonNpi };
  destination: TonNpi;
  registered_delivery: number;
  service_type: string;
}

/** Every carrier takes a validity period of a minute. */
const minValiditySeconds = 60;

/** The fields of a message's submit_sm, one for each part. `reference` tells its parts from those of other messages. */
export function buildSubmissions(
  submission: Submission,
  settings: AddressSettings,
  reference: number,
): Fields[] {
  const [dest_addr_ton, dest_addr_npi] = settings.destination;
  const common: Fields = {
    service_type: settings.service_type,
    ...sourceFields(submission.from, settings),
    dest_addr_ton,
    dest_addr_npi,
    destination_addr: submission.to.replace(/^\+/, ""),
    validity_period: validityOf(submission.validUntil),
    registered_delivery: settings.registered_delivery,
    user_message_reference: referenceOf(submission.messageId),
  };
  return encodeText(submission.body, settings, reference).map((part) => ({ ...common, ...part }));
}

/** The sender as the fields of a PDU have it. */
export function sourceFields(from: string, settings: Pick<AddressSettings, "source">): Fields {
  const [source_addr_ton, source_addr_npi] = sourceOf(from, settings);
  return { source_addr_ton, source_addr_npi, source_addr: from.replace(/^\+/, "") };
}

function sourceOf(from: string, { source }: Pick<AddressSettings, "source">): TonNpi {
  if (!/^\+?[0-9]+$/.test(from)) return source.alphanumeric;
  return from.length <= 8 && !from.startsWith("+") ? source.short_code : source.number;
}

/** Relative, so that no clock and no time zone of the carrier's matters (SMPP 3.4, section 7.1.1.2). */
function validityOf(validUntil: Date): string {
  const left = Math.ceil((validUntil.getTime() - Date.now()) / 1000);
  const seconds = Math.max(left, minValiditySeconds);
  const days = Math.min(Math.floor(seconds / 86_400), 30);
  const fields = [
    days,
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  return `0000${fields.map((each) => String(each).padStart(2, "0")).join("")}000R`;
}

/** Sixteen bits of our ID: with them, the carrier's staff find a message whose response was lost. */
function referenceOf(messageId: string): number {
  let hash = 0;
  for (let index = 0; index < messageId.length; index += 1) {
    hash = (hash * 31 + messageId.charCodeAt(index)) & 0xff_ff;
  }
  return hash;
}
