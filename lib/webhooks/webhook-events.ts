/** The events a customer can hear of. */
export const webhookEvents = ["sms.delivered", "sms.failed", "sms.expired", "sms.bounced"] as const;

export type WebhookEvent = (typeof webhookEvents)[number];
