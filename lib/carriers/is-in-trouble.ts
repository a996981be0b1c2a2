import { attemptWindow } from "./_attempt-window";

/** Whether, as far as this process knows, a failure is the whole carrier's and not one message's. */
export function isInTrouble(carrier: string): boolean {
  const { state, trouble } = attemptWindow(carrier);
  return state !== "closed" || trouble !== undefined;
}
