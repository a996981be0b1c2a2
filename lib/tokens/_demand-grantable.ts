import { AppError } from "../core/errors";
import type { TokenMode, TokenScope } from "./contract";
import type { TokenKeeper } from "./keeper";

interface Granted {
  mode: TokenMode;
  scopes: TokenScope[];
}

/** Throws forbidden when a token would hand out a secret that can do more than it can itself. */
export function demandGrantable({ mode, scopes }: Granted, { by }: TokenKeeper): void {
  if (!by) return;
  if (by.mode === "test" && mode !== "test") {
    throw new AppError("forbidden", "A test token can only make test tokens.");
  }
  const beyond = scopes.find((scope) => !by.scopes.includes(scope));
  if (beyond) {
    throw new AppError("forbidden", `This token lacks the scope “${beyond}” and cannot grant it.`);
  }
}
