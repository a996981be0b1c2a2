/** Of the messages that ended, how many did not reach a phone, in whole percent; null when none ended. */
export function failureRate({
  delivered,
  failed,
}: {
  delivered: number;
  failed: number;
}): number | null {
  const ended = delivered + failed;
  return ended === 0 ? null : Math.round((failed * 100) / ended);
}
