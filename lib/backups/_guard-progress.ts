import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";

/** Whoever gets nothing done for so long waits for something that does not come. */
const stalledMs = 180_000;
const lookMs = 5000;

interface Progress {
  /** Aborts with its reason when the work stalls, or when `outer` does. */
  signal: AbortSignal;
  /** Something has got done. */
  note(): void;
  end(): void;
}

/** Watches work of unknown length: it may take hours, but not stand still for three minutes. */
export function guardProgress(outer?: AbortSignal): Progress {
  const stalled = new AbortController();
  const state = { atMs: performance.now() };
  const timer = setInterval(() => {
    if (performance.now() - state.atMs > stalledMs) stalled.abort(stalledError());
  }, lookMs).unref();
  return {
    signal: outer ? AbortSignal.any([stalled.signal, outer]) : stalled.signal,
    note() {
      state.atMs = performance.now();
    },
    end() {
      clearInterval(timer);
    },
  };
}

function stalledError(): AppError {
  return new AppError(
    "unavailable",
    operatorSentence("Nothing moved for three minutes: the database or the disk does not respond."),
  );
}
