const lockName = "depesza.passkey";
/** The browser forgets soon that somebody pressed a button, and then shows no passkeys. */
const maxWaitMs = 2000;

/**
 * Asks for a challenge in one tab after the other. The first response sets the cookie that ties challenges to this browser,
 * and the next request keeps it; two first ones at once would each set their own, and one tab's passkey would be rejected.
 */
export async function askInTurn<Value>(ask: () => Promise<Value>): Promise<Value> {
  let asked: Promise<Value> | undefined;
  const askOnce = () => {
    asked ??= ask();
    return asked;
  };
  if ("locks" in navigator) {
    const signal = AbortSignal.timeout(maxWaitMs);
    // A tab that takes too long keeps no other one waiting.
    await navigator.locks.request(lockName, { signal }, askOnce).catch(() => undefined);
  }
  return askOnce();
}
