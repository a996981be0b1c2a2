import { accountOperations } from "./account-operations";
import { batchOperations } from "./batch-operations";
import { campaignOperations } from "./campaign-operations";
import { campaignRunOperations } from "./campaign-run-operations";
import { contactOperations } from "./contact-operations";
import { deliveryOperations } from "./delivery-operations";
import { endpointOperations } from "./endpoint-operations";
import { groupOperations } from "./group-operations";
import { healthOperations } from "./health-operations";
import { inboundOperations } from "./inbound-operations";
import { numberOperations } from "./number-operations";
import type { Operation } from "./operation";
import { optOutOperations } from "./opt-out-operations";
import { pricingOperations } from "./pricing-operations";
import { sendOperations } from "./send-operations";
import { smsOperations } from "./sms-operations";
import { templateOperations } from "./template-operations";
import { tokenOperations } from "./token-operations";
import { verificationOperations } from "./verification-operations";

/** Every call of the public API, in the order of the reference. */
export const operations: Operation[] = [
  ...Object.values(sendOperations),
  ...Object.values(batchOperations),
  ...Object.values(smsOperations),
  ...Object.values(verificationOperations),
  ...Object.values(campaignOperations),
  ...Object.values(campaignRunOperations),
  ...Object.values(endpointOperations),
  ...Object.values(deliveryOperations),
  ...Object.values(inboundOperations),
  ...Object.values(optOutOperations),
  ...Object.values(numberOperations),
  ...Object.values(contactOperations),
  ...Object.values(groupOperations),
  ...Object.values(templateOperations),
  ...Object.values(accountOperations),
  ...Object.values(pricingOperations),
  ...Object.values(tokenOperations),
  ...Object.values(healthOperations),
];
