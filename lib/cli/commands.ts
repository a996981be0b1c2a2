import { accountCreate } from "./account-create";
import { accountList } from "./account-list";
import { audit } from "./audit";
import type { Command } from "./command";
import { creditsGrant } from "./credits-grant";
import { tokenCreate } from "./token-create";
import { tokenRevoke } from "./token-revoke";

/** Every command there is, in the order the help lists them. */
export const commands: Command[] = [
  accountCreate,
  accountList,
  tokenCreate,
  tokenRevoke,
  creditsGrant,
  audit,
];
