/** What lib/webhooks and its neighbours say in forms, in Polish. */
export const webhookSentences: Record<string, string> = {};
