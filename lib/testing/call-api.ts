import type { MintedAccount } from "./mint-account";

interface Problem {
  code: string;
  detail: string;
  errors: Record<string, string[]>;
}

/** How to make one API call at a server, with the JSON of its answer. */
export function callerOf(server: () => { url: string }) {
  return async <Body = Problem>(
    { token }: Pick<MintedAccount, "token">,
    [method, path]: [method: string, path: string],
    body?: unknown,
  ) => {
    const response = await fetch(`${server().url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Body;
    return { status: response.status, headers: response.headers, body: answer };
  };
}
