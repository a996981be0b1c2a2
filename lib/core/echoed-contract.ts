import { z } from "zod";

/**
 * What a sender gives a message and gets back unchanged in every response, event, and export. Nothing here decides
 * by it.
 */
export interface Echoed {
  clientRef: string | null;
}

/** The same on the wire. */
export const echoedFields = {
  client_ref: z.string().nullable().meta({ description: "Your own reference." }),
};

type EchoedOnWire = z.infer<z.ZodObject<typeof echoedFields>>;

/** Its names on the wire, in their order. */
export const echoedNames = Object.keys(echoedFields) as (keyof EchoedOnWire)[];

/** A message whose sender gave nothing. */
export const nothingEchoed: Echoed = { clientRef: null };

/** These fields alone, be they values or columns. */
export function pickEchoed<Fields extends Record<keyof Echoed, unknown>>({
  clientRef,
}: Fields): Pick<Fields, keyof Echoed> {
  return { clientRef };
}

/** These fields in the names of the wire. */
export function echoedOnWire({ clientRef }: Echoed): EchoedOnWire {
  return { client_ref: clientRef };
}

/** These fields alone of what is on the wire already. */
export function pickOnWire({ client_ref }: EchoedOnWire): EchoedOnWire {
  return { client_ref };
}
