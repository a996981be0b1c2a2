import { afterEach, expect, test, vi } from "vitest";
import { askMain } from "./ask-main";

afterEach(() => {
  vi.useRealTimers();
});

test("who gets no reply from the main process is told to try again", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const asked = expect(askMain({})).rejects.toMatchObject({
    code: "unavailable",
    details: { retryAfterMs: 2000 },
  });
  await vi.advanceTimersByTimeAsync(10_000);
  await asked;
});
