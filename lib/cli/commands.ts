import { accountCreate } from "./account-create";
import { accountDisableTotp } from "./account-disable-totp";
import { accountFunnel } from "./account-funnel";
import { accountList } from "./account-list";
import { accountMakeAdmin } from "./account-make-admin";
import { audit } from "./audit";
import { backup } from "./backup";
import { campaignList } from "./campaign-list";
import { campaignShow } from "./campaign-show";
import { campaignCancel, campaignPause, campaignResume } from "./campaign-switch";
import { carrierAdd } from "./carrier-add";
import { carrierAddress } from "./carrier-address";
import { carrierList } from "./carrier-list";
import { carrierStatus } from "./carrier-status";
import { carrierDrain, carrierEnable } from "./carrier-switch";
import { carrierTest } from "./carrier-test";
import { carrierUnmatched } from "./carrier-unmatched";
import type { Command } from "./command";
import { creditsGrant } from "./credits-grant";
import { migrateDatabase } from "./migrate";
import { numberAdd } from "./number-add";
import { numberCheck } from "./number-check";
import { numberList } from "./number-list";
import { numberRemove } from "./number-remove";
import { restore } from "./restore";
import { routeTest } from "./route-test";
import { shardPlan } from "./shard-plan";
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
  accountMakeAdmin,
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
  campaignList,
  campaignShow,
  campaignPause,
  campaignResume,
  campaignCancel,
  ...carrierAdd,
  carrierList,
  carrierStatus,
  carrierTest,
  carrierAddress,
  carrierDrain,
  carrierEnable,
  carrierUnmatched,
  routeTest,
  numberAdd,
  numberList,
  numberRemove,
  numberCheck,
  migrateDatabase,
  audit,
  backup,
  restore,
  shardPlan,
];
