import type { z } from "zod";
import { AccountView } from "../accounts/contract";
import { CampaignView } from "../campaigns/contract";
import { ContactView } from "../contacts/contract";
import { GroupView } from "../contacts/group-contract";
import { DeliveryDetail, DeliveryView, Replay, ReplayProgress } from "../deliveries/contract";
import { InboundView } from "../inbound/contract";
import { NumberLookup } from "../lookups/contract";
import { AcceptedMessage, MessageDetail, MessageView } from "../messages/contract";
import { OptOutView } from "../opt-outs/contract";
import { PriceQuote } from "../pricing/contract";
import { AcceptedBatchItem, RejectedBatchItem } from "../sending/batch-contract";
import { TemplateView } from "../templates/contract";
import { FreshTokenView, TokenView } from "../tokens/contract";
import { CheckResult, VerificationView } from "../verifications/contract";
import { EndpointView, EndpointWithSecret, Exchange } from "../webhooks/contract";
import { problemSchemas } from "./problems";

/** The shapes that have a name in the document. */
export const componentSchemas: Record<string, z.ZodType> = {
  AcceptedMessage,
  Message: MessageView,
  MessageDetail,
  InboundMessage: InboundView,
  AcceptedBatchItem,
  RejectedBatchItem,
  Campaign: CampaignView,
  Contact: ContactView,
  Group: GroupView,
  Template: TemplateView,
  OptOut: OptOutView,
  Verification: VerificationView,
  VerificationCheck: CheckResult,
  WebhookEndpoint: EndpointView,
  WebhookEndpointWithSecret: EndpointWithSecret,
  WebhookExchange: Exchange,
  WebhookDelivery: DeliveryView,
  WebhookDeliveryDetail: DeliveryDetail,
  WebhookReplay: Replay,
  WebhookReplayProgress: ReplayProgress,
  Account: AccountView,
  NumberLookup,
  PriceQuote,
  Token: TokenView,
  FreshToken: FreshTokenView,
  ...problemSchemas,
};
