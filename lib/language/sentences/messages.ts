/** What lib/messages and its neighbours say in forms, in Polish. */
export const messageSentences: Record<string, string> = {};
