import { log } from "../../core/log";
import type { Carrier, CarrierKind, RecordReports, Session } from "../carrier";
import { askStates } from "./_ask-states";
import { Links } from "./_links";
import { PartReferences } from "./_part-references";
import type { Pdu } from "./_pdu";
import { readDelivery, unreadable } from "./_read-delivery";
import { recordTogether } from "./_record-together";
import { type SmppSettings, settings } from "./_settings";
import { submitBatch } from "./_submit-batch";

/** What `connect` has opened; nothing can be submitted without. */
interface Connected {
  links: Links | undefined;
}

const batch = { least: 10, most: 200 };

/**
 * A carrier over SMPP 3.4, to which this installation is an ESME. It cannot tell a repeated message from a new one, so
 * one whose response is lost is ambiguous, and what is neither in a window nor written keeps its place.
 */
export const smppKind: CarrierKind<typeof settings> = {
  kind: "smpp",
  settings,
  create: (options, { name }): Carrier => {
    const connected: Connected = { links: undefined };
    const references = new PartReferences();
    const { most, least } = batch;
    return {
      name,
      dedupes: false,
      batchSize: Math.min(Math.max(2 * options.binds * options.window, least), most),
      submit: (submissions, circuit) =>
        submitBatch(submissions, circuit, {
          links: connected.links,
          references,
          settings: options,
        }),
      ...(options.query_sm && {
        unreported: {
          afterMs: options.query_after_s * 1000,
          ask: async (messages) => {
            const { links } = connected;
            return links?.isUp()
              ? askStates({ carrier: name, links, settings: options }, messages)
              : [];
          },
        },
      }),
      connect: (record) => {
        const session = open({ name, options, record });
        connected.links = session.links;
        return session;
      },
    };
  },
};

interface Opening {
  name: string;
  options: SmppSettings;
  record: RecordReports;
}

function open({ name, options, record }: Opening): Session & { links: Links } {
  const store = recordTogether(record);
  const deliver = async (pdu: Pdu | undefined, frame: Buffer) => {
    const reading = {
      receiptId: options.receipt_id,
      gsm7: options.gsm7,
      arrivedAt: new Date(),
    };
    const delivery = pdu
      ? readDelivery(pdu, reading)
      : unreadable(frame, "a PDU without its parts");
    if (delivery.unreadable) {
      log().warn({ carrier: name, reason: delivery.unreadable.reason }, "unreadable delivery kept");
    }
    return store({
      receipts: delivery.receipt ? [delivery.receipt] : [],
      ...(delivery.inbound && { inbound: [delivery.inbound] }),
      ...(delivery.unreadable && { unreadable: [delivery.unreadable] }),
    });
  };
  const links = new Links(options, { carrier: name, deliver });
  return { links, stop: () => links.stop() };
}
