import { accountCreate } from "./account-create";
import { accountDisableTotp } from "./account-disable-totp";
import { accountFunnel } from "./account-funnel";
import { accountList } from "./account-list";
import { audit } from "./audit";
import { carrierStatus } from "./carrier-status";
import { carrierUnmatched } from "./carrier-unmatched";
import type { Command } from "./command";
import { creditsGrant } from "./credits-grant";
import { numberAdd } from "./number-add";
import { numberList } from "./number-list";
import { numberRemove } from "./number-remove";
import { tokenCreate } from "./token-create";
import { tokenList } from "./token-list";
import { tokenRevoke } from "./token-revoke";
import { tokenRotate } from "./token-rotate";
import { webhookCreate } from "./webhook-create";
import { webhookList } from "./webhook-list";
import { webhookReplay } from "./webhook-replay";
import { webhookDisable, webhookEnable } from "./webhook-switch";

/** Every command there is, in the order the help lists them. */
export const commands: Command[] = [
  accountCreate,
  accountList,
  accountDisableTotp,
  accountFunnel,
  tokenCreate,
  tokenList,
  tokenRotate,
  tokenRevoke,
  creditsGrant,
  webhookList,
  webhookCreate,
  webhookDisable,
  webhookEnable,
  webhookReplay,
  carrierStatus,
  carrierUnmatched,
  numberAdd,
  numberList,
  numberRemove,
  audit,
];
