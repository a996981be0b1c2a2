import { Secret, TOTP } from "otpauth";

/** The code an authenticator app shows for a secret, `steps` half minutes from now. */
export function appCode(secret: string, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: Date.now() + steps * 30_000 });
}
