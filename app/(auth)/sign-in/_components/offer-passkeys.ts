import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  WebAuthnAbortService,
} from "@simplewebauthn/browser";
import type { PasskeyOptions } from "@/lib/passkeys/ask-passkey";

/** A challenge is good for five minutes: it is renewed before, while somebody looks at the page. */
const renewMs = 4 * 60_000;
const checkMs = 30_000;

interface Offer {
  /** Fetches a challenge; undefined when no response came. */
  ask: () => Promise<PasskeyOptions | undefined>;
  send: (answer: AuthenticationResponseJSON) => void;
}

/**
 * Offers passkeys among what the browser fills into the email field, for as long as the page is open; browsers that don't
 * know how have the button. Returns how to end it.
 */
export function offerPasskeys({ ask, send }: Offer): () => void {
  let isOver = false;
  let offeredAtMs = 0;
  const offer = async () => {
    if (document.hidden || Date.now() - offeredAtMs < renewMs) return;
    offeredAtMs = Date.now();
    if (!(await browserSupportsWebAuthnAutofill()) || isOver) return;
    const optionsJSON = await ask();
    if (!optionsJSON || isOver) return;
    // The next offer ends this one, which is then as if nobody had chosen.
    const answer = await startAuthentication({ optionsJSON, useBrowserAutofill: true }).catch(
      () => undefined,
    );
    if (answer && !isOver) send(answer);
  };
  void offer();
  const timer = setInterval(() => void offer(), checkMs);
  return () => {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    WebAuthnAbortService.cancelCeremony();
  };
}
