import { decodeClientDataJSON } from "@simplewebauthn/server/helpers";
import { ifThrows } from "../core/if-throws";

/** The challenge that a browser says it answers; empty for nonsense. */
export function challengeIn({ clientDataJSON }: { clientDataJSON: string }): string {
  const challenge: unknown = ifThrows(
    () => decodeClientDataJSON(clientDataJSON).challenge,
    () => "",
  );
  return typeof challenge === "string" ? challenge : "";
}
