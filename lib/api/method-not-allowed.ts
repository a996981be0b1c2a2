import { AppError } from "../core/errors";
import { apiSentences } from "./sentences";

/** The last handler of a path: whatever its own methods did not take is 405 with `Allow`. */
export function methodNotAllowed(...methods: string[]) {
  return () => {
    const allow = methods.join(", ");
    throw new AppError("method_not_allowed", apiSentences.otherMethods({ allow }), { allow });
  };
}
