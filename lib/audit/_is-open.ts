/** A message that has not ended. */
export const isOpen = "status in ('scheduled', 'queued', 'sending', 'sent', 'unknown')";
