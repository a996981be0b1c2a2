import { hash, verify } from "@node-rs/argon2";
import { AppError } from "../core/errors";
import { processWide } from "../core/process-wide";
import { isCommonPassword } from "./_is-common-password";
import { accountSentences } from "./sentences";

// OWASP's argon2id parameters: 19 MiB, two passes, one lane.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Stands in for the hash of an unknown e-mail, so that it costs what a known one costs. */
const nobodysHash =
  "$argon2id$v=19$m=19456,t=2,p=1$EwYgpG2ts5DuPuglyKDYew$RlxRS6Hi7z4A8mXlWxJAvs9PGMZdziV/X+qVo5Xrvjw";

/** At most two hashes at a time, so that a flood of sign-ins leaves processor and memory to the sends. */
const maxAtOnce = 2;
/** Of each kind of caller. */
const maxWaiting = 200;

/** `known`: by a session, a mailed link or an earlier sign-in. They go before strangers, so that no flood of those keeps them out. */
type Caller = "known" | "stranger";

interface Semaphore {
  running: number;
  waiting: Record<Caller, (() => void)[]>;
}

/** The PHC string to store for a password. */
export async function hashPassword(password: string, caller: Caller): Promise<string> {
  return throughSemaphore(caller, () => hash(password.normalize("NFC"), parameters));
}

/** Whether the password belongs to the hash. Without a hash it takes the same time and is never true. */
export async function matchesHash(
  password: string,
  phc: string | undefined,
  caller: Caller,
): Promise<boolean> {
  const matches = await throughSemaphore(caller, () =>
    verify(phc ?? nobodysHash, password.normalize("NFC")),
  );
  return matches && phc !== undefined;
}

/** Refuses the passwords that guessers try first. `field` names the form field to blame. */
export function refuseGuessable(password: string, email: string, field: string): void {
  const plain = password.toLowerCase();
  if (plain !== email && !isCommonPassword(password)) return;
  const sentence =
    plain === email ? accountSentences.passwordIsEmail : accountSentences.commonPassword;
  throw new AppError("invalid_request", sentence, { fields: { [field]: [sentence] } });
}

async function throughSemaphore<T>(caller: Caller, work: () => Promise<T>): Promise<T> {
  const semaphore = processWide<Semaphore>("password-semaphore", () => ({
    running: 0,
    waiting: { known: [], stranger: [] },
  }));
  const { known, stranger } = semaphore.waiting;
  if (semaphore.waiting[caller].length >= maxWaiting) {
    throw new AppError("unavailable", accountSentences.tooManySignIns, {
      retryAfterMs: 10_000,
    });
  }
  if (semaphore.running < maxAtOnce) semaphore.running += 1;
  else await new Promise<void>((resolve) => semaphore.waiting[caller].push(resolve));
  try {
    return await work();
  } finally {
    // The place goes straight to the next in line; it is only given up when nobody waits.
    const next = known.shift() ?? stranger.shift();
    if (next) next();
    else semaphore.running -= 1;
  }
}
