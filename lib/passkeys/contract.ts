import { z } from "zod";
import { PasswordInput } from "../accounts/contract";
import { limitedText } from "../core/limited-text";
import { isStorableText } from "../core/storable-text";
import { worded } from "../core/worded";
import { passkeySentences } from "./sentences";

export const maxPasskeys = 20;

/** What a browser sends: a key and its signatures are at most some kilobytes. */
export const maxResponse = 16_000;
/** 1,023 bytes in base64url. */
const maxCredentialId = 1364;
const transportNames = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"];

function base64Url(max: number) {
  return limitedText(max).regex(/^[\w-]+$/);
}

const Credential = z.object({
  id: base64Url(maxCredentialId),
  rawId: base64Url(maxCredentialId),
  type: z.literal("public-key"),
});

/** Of no use to us, yet the library wants it. */
const noExtensions = { clientExtensionResults: {} };

/** A new passkey, as browsers put it in JSON (WebAuthn Level 3, 5.1.8). */
export const NewPasskey = Credential.extend({
  response: z.object({
    clientDataJSON: base64Url(maxResponse),
    attestationObject: base64Url(maxResponse),
    transports: z
      .array(limitedText(32))
      .max(16)
      .default([])
      .transform((names) => names.filter((name) => transportNames.includes(name))),
  }),
}).transform((credential) => ({ ...credential, ...noExtensions }));

/** A passkey's answer to a challenge, in the same form. */
export const PasskeyAnswer = Credential.extend({
  response: z.object({
    clientDataJSON: base64Url(maxResponse),
    authenticatorData: base64Url(maxResponse),
    signature: base64Url(maxResponse),
    userHandle: base64Url(88).optional(),
  }),
}).transform((credential) => ({ ...credential, ...noExtensions }));

export type PasskeyAnswer = z.output<typeof PasskeyAnswer>;

/** What its person calls a passkey. */
export const PasskeyNameInput = z.object({
  name: limitedText(60, { error: passkeySentences.noName })
    .trim()
    .min(1, worded(passkeySentences.noName))
    .refine(isStorableText, worded(passkeySentences.notAName)),
});

/** Who wants to add one proves themselves first. */
export const StartPasskeyInput = PasskeyNameInput.extend(PasswordInput.shape);

/** A passkey to remove, and the password of its person. */
export const RemovePasskeyInput = PasswordInput.extend({
  passkey_id: limitedText(40, { error: passkeySentences.notFound }).pipe(
    z.guid(worded(passkeySentences.notFound)),
  ),
});

/** A passkey as its person sees it. */
export interface PasskeyView {
  passkeyId: string;
  name: string;
  createdAt: string;
  /** Null until it is used. */
  lastUsedAt: string | null;
}
