import { z } from "zod";
import type { Metadata } from "./metadata";

/**
 * What a sender gives a message and gets back unchanged in every response, event, and export. Nothing here decides
 * by it.
 */
export interface Echoed {
  clientRef: string | null;
  metadata: Metadata | null;
}

/** The same on the wire. */
export const echoedFields = {
  client_ref: z.string().nullable().meta({ description: "Your own reference." }),
  metadata: z.record(z.string(), z.unknown()).nullable().meta({
    description:
      "What you attached to the message. Null if that was nothing, and once its text was erased because its time was over.",
  }),
};

type EchoedOnWire = z.infer<z.ZodObject<typeof echoedFields>>;

/** Its names on the wire, in their order. */
export const echoedNames = Object.keys(echoedFields) as (keyof EchoedOnWire)[];

/** A message whose sender gave nothing. */
export const nothingEchoed: Echoed = { clientRef: null, metadata: null };

/** These fields alone, be they values or columns. */
export function pickEchoed<Fields extends Record<keyof Echoed, unknown>>({
  clientRef,
  metadata,
}: Fields): Pick<Fields, keyof Echoed> {
  return { clientRef, metadata };
}

/** These fields in the names of the wire. */
export function echoedOnWire({ clientRef, metadata }: Echoed): EchoedOnWire {
  return { client_ref: clientRef, metadata };
}

/** These fields alone of what is on the wire already. */
export function pickOnWire({ client_ref, metadata }: EchoedOnWire): EchoedOnWire {
  return { client_ref, metadata };
}
