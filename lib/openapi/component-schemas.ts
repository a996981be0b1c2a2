import type { z } from "zod";
import { AccountView } from "../accounts/contract";
import { AcceptedBatchItem, RejectedBatchItem } from "../messages/batch-contract";
import { AcceptedMessage, MessageDetail, MessageView } from "../messages/contract";
import { PriceQuote } from "../pricing/contract";
import { FreshTokenView, TokenView } from "../tokens/contract";
import { problemSchemas } from "./problems";

/** The shapes that have a name in the document. */
export const componentSchemas: Record<string, z.ZodType> = {
  AcceptedMessage,
  Message: MessageView,
  MessageDetail,
  AcceptedBatchItem,
  RejectedBatchItem,
  Account: AccountView,
  PriceQuote,
  Token: TokenView,
  FreshToken: FreshTokenView,
  ...problemSchemas,
};
