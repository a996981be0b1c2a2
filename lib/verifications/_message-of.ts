import { maskOf } from "./_code-mask";
import { codeOf } from "./_code-of";
import type { Verification } from "./_verification-view";
import type { WriteText } from "./_write-text";
import { defaultSender, defaultTtlSeconds, type StartVerificationInput } from "./contract";

interface Wanted {
  verification: Verification;
  wanted: StartVerificationInput;
  write: WriteText;
}

/** The message with the code of a verification: it is checked and priced with the code, and stored without it. */
export function messageOf({ verification, wanted, write }: Wanted) {
  const validity = wanted.ttl ?? defaultTtlSeconds;
  return {
    input: {
      from: wanted.from ?? defaultSender,
      to: verification.to,
      body: write(codeOf(verification), validity),
      validity,
      client_ref: verification.clientRef,
      idempotency_key: wanted.idempotency_key,
    },
    coded: {
      verificationId: verification.id,
      shown: write(maskOf(verification.codeLength), validity).normalize("NFC"),
    },
  };
}
