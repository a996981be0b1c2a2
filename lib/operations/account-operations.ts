import { AccountView } from "../accounts/contract";
import type { Operation } from "./operation";

const getAccount = {
  id: "getAccount",
  method: "get",
  path: "/api/account",
  tag: "Account",
  summary: "Get the account of this token",
  description:
    "Returns the balance, the rate limits, and the permissions of the calling token. Works with any token.",
  scope: "any",
  answers: {
    200: {
      description: "The account.",
      schema: AccountView,
      examples: [
        {
          name: "account",
          summary: "An account and its token",
          value: {
            account_id: "acc_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
            name: "Example Ltd",
            credits: 100,
            test: false,
            created_at: "2026-05-02T09:10:22.115Z",
            scopes: ["send", "read"],
            token: {
              token_id: "tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
              name: "Web shop",
              expires_at: null,
            },
            limits: {
              requests_per_second: 100,
              requests_per_minute: 3000,
              messages_per_minute: 30_000,
            },
            account_sid: "AC018dfa7fa315bccbf7a34bb5742f3e6a",
          },
        },
      ],
    },
  },
  errors: [],
} satisfies Operation;

/** `/api/account`. */
export const accountOperations = { getAccount };
