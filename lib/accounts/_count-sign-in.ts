import { addressGroup } from "../attempts/address-group";
import {
  clearAttempts,
  clearAttemptsUnder,
  giveAttemptsBack,
  hashForKey,
  type Limit,
  takeAttempts,
  tooManyAttempts,
} from "../attempts/attempts";
import { slots } from "../core/limits/slots";
import { processWide } from "../core/process-wide";
import { type Pace, waitTurn } from "./_wait-turn";

const windowMs = 15 * 60_000;
/** Of one e-mail from one address: refused beyond. */
const maxPerPair = 10;
/** Of one e-mail from all addresses, and of one address at all e-mails: slowed beyond. */
const freePerEmail = 100;
const freePerAddress = 100;
/** Of a browser that signed in before: slowed beyond. */
const freePerDevice = 10;

/** Guesses at one email wait for each other's row: a flood of them must not hold every database connection. */
const counting = { perKey: 2, total: 4, waitingPerKey: 1000, waitingTotal: 2000 };
const countingWaitMs = 4000;

const sharedPace: Pace = { name: "strangers", everyMs: 500, maxWaitMs: 30_000 };
const devicePace: Pace = { name: "devices", everyMs: 5000, maxWaitMs: 15_000 };

/** What to do about the counters once the password was right. */
export interface CountedSignIn {
  forgive(): Promise<void>;
}

/**
 * Counts a sign-in from a browser that is not known, before the password is looked at. Throws rate_limited
 * after ten for the e-mail from this address in 15 minutes. What others may have used up, guesses at the
 * email from elsewhere or at other emails from a shared address, only slows: two per second take their turn, first
 * those whose address has guessed least at this email. Whoever has had no turn after 30 seconds is refused.
 */
export async function countSignIn(email: string, address: string | null): Promise<CountedSignIn> {
  const group = addressGroup(address);
  const pairKey = `${pairsOf(email)}${group ?? "unknown"}`;
  const emailKey = emailKeyOf(email);
  const addressKey = `sign-in:address:${group}`;
  const [ofPair = 0, ofEmail = 0, ofAddress = 0] = await takeInTurn(emailKey, [
    { key: pairKey, most: maxPerPair, windowMs },
    { key: emailKey, windowMs },
    ...(group ? [{ key: addressKey, windowMs }] : []),
  ]);
  if (ofAddress > freePerAddress) await waitTurn(addressKey, ofPair, sharedPace);
  if (ofEmail > freePerEmail) await waitTurn(emailKey, ofPair, sharedPace);
  const forgive = async () => {
    await clearAttempts(pairKey);
    await giveAttemptsBack([emailKey, addressKey]);
  };
  return { forgive };
}

function takeInTurn(key: string, limits: Limit[]): Promise<number[]> {
  const places = processWide("sign-in-counting", () => slots(counting));
  const wait = { maxWaitMs: countingWaitMs, refuse: () => tooManyAttempts(countingWaitMs) };
  return places.run(key, wait, () => takeAttempts(limits));
}

/** Counts a sign-in from a browser that signed in before, apart from all others: ten, then one in five seconds. */
export async function countSignInAtDevice(deviceId: string): Promise<CountedSignIn> {
  const key = `sign-in:device:${deviceId}`;
  const [count = 0] = await takeAttempts([{ key, windowMs }]);
  if (count > freePerDevice) await waitTurn(key, 0, devicePace);
  return { forgive: () => clearAttempts(key) };
}

/** Forgets all guesses at an e-mail, wherever they came from: its owner has a new password. */
export async function forgiveSignIns(email: string): Promise<void> {
  await clearAttemptsUnder(pairsOf(email));
  await clearAttempts(emailKeyOf(email));
}

function pairsOf(email: string): string {
  return `sign-in:pair:${hashForKey(email)}:`;
}

function emailKeyOf(email: string): string {
  return `sign-in:email:${hashForKey(email)}`;
}
