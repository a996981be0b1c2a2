import type { z } from "zod";
import { AccountView } from "../accounts/contract";
import { DeliveryDetail, DeliveryView, Replay, ReplayProgress } from "../deliveries/contract";
import { NumberLookup } from "../lookups/contract";
import { AcceptedMessage, MessageDetail, MessageView } from "../messages/contract";
import { PriceQuote } from "../pricing/contract";
import { AcceptedBatchItem, RejectedBatchItem } from "../sending/batch-contract";
import { FreshTokenView, TokenView } from "../tokens/contract";
import { EndpointView, EndpointWithSecret, Exchange } from "../webhooks/contract";
import { problemSchemas } from "./problems";

/** The shapes that have a name in the document. */
export const componentSchemas: Record<string, z.ZodType> = {
  AcceptedMessage,
  Message: MessageView,
  MessageDetail,
  AcceptedBatchItem,
  RejectedBatchItem,
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
