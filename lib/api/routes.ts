import { accountRoutes } from "./account-routes";
import { agentRoutes } from "./agent-routes";
import { campaignRoutes, campaignRunRoutes } from "./campaign-routes";
import { contactRoutes, groupRoutes } from "./contact-routes";
import { healthRoutes } from "./health-routes";
import { inboundRoutes } from "./inbound-routes";
import { metricsRoutes } from "./metrics-routes";
import type { Route } from "./mount";
import { numberRoutes } from "./number-routes";
import { openapiRoutes } from "./openapi-routes";
import { optOutRoutes } from "./opt-out-routes";
import { panelUploadRoutes } from "./panel-campaign-routes";
import { panelRoutes } from "./panel-routes";
import { paymentRoutes } from "./payment-routes";
import { pricingRoutes } from "./pricing-routes";
import { batchRoutes, sendRoutes, smsRoutes } from "./sms-routes";
import { templateRoutes } from "./template-routes";
import { tokenRoutes } from "./token-routes";
import { twilioRoutes } from "./twilio-routes";
import { verificationRoutes } from "./verification-routes";
import { deliveryRoutes, endpointRoutes } from "./webhook-endpoint-routes";
import { webhookRoutes } from "./webhook-routes";

/** Every route of the API. */
export const routes: Route[] = [
  ...sendRoutes,
  ...batchRoutes,
  ...smsRoutes,
  ...verificationRoutes,
  ...campaignRoutes,
  ...campaignRunRoutes,
  ...endpointRoutes,
  ...deliveryRoutes,
  ...inboundRoutes,
  ...optOutRoutes,
  ...numberRoutes,
  ...contactRoutes,
  ...groupRoutes,
  ...templateRoutes,
  ...accountRoutes,
  ...pricingRoutes,
  ...tokenRoutes,
  ...healthRoutes,
  ...metricsRoutes,
  ...panelRoutes,
  ...panelUploadRoutes,
  ...webhookRoutes,
  ...paymentRoutes,
  ...agentRoutes,
  ...openapiRoutes,
  ...twilioRoutes,
];
