import { accountCreate } from "./account-create";
import { accountList } from "./account-list";
import { audit } from "./audit";
import type { Command } from "./command";
import { creditsGrant } from "./credits-grant";
import { tokenCreate } from "./token-create";
import { tokenList } from "./token-list";
import { tokenRevoke } from "./token-revoke";
import { tokenRotate } from "./token-rotate";

/** Every command there is, in the order the help lists them. */
export const commands: Command[] = [
  accountCreate,
  accountList,
  tokenCreate,
  tokenList,
  tokenRotate,
  tokenRevoke,
  creditsGrant,
  audit,
];
