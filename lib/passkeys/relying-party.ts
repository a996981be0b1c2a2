import { isIP } from "node:net";
import { appUrl } from "../core/env";
import { AppError } from "../core/errors";
import { passkeySentences } from "./sentences";

/** Whom a passkey is for: browsers use it at this origin alone. */
export interface RelyingParty {
  id: string;
  origin: string;
}

/**
 * The installation as browsers know it, by its public address. Null where they have no passkeys: at an IP address, and
 * without HTTPS anywhere but on localhost (WebAuthn Level 3, 5.1.2 and 13.4.9).
 */
export function relyingParty(address = appUrl()): RelyingParty | null {
  const { hostname, origin, protocol } = new URL(address);
  const isLocal = hostname === "localhost" || hostname.endsWith(".localhost");
  if (isIP(hostname.replace(/^\[|\]$/g, "")) !== 0) return null;
  return protocol === "https:" || isLocal ? { id: hostname, origin } : null;
}

/** The same, for what can't go on without. Throws conflict. */
export function demandRelyingParty(): RelyingParty {
  const party = relyingParty();
  if (!party) throw new AppError("conflict", passkeySentences.noPlace);
  return party;
}
