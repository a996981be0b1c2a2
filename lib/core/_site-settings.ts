import { z } from "zod";

/** Settings of the address and the landing page. */
export const siteSettings = {
  APP_URL: z
    .url({ protocol: /^https?$/, error: "must look like https://sms.example.com" })
    .optional()
    .describe("Public address of the installation; http://localhost:PORT when unset."),
  SITE: z
    .enum(["project", "service"])
    .optional()
    .describe(
      "What the landing page presents: project (the software) or service (this installation and its prices). If unset, service when STRIPE_SECRET_KEY is set or there is a carrier.",
    ),
};
