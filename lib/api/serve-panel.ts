import type { Context } from "hono";
import type { UserActor } from "../core/actor";
import { readerLanguage } from "../language/reader-language";
import type { PathParams } from "../operations/call-contract";
import type { PanelAnswers, PanelPath } from "../operations/panel-contract";
import { personOf } from "../sessions/person-of";
import type { ApiEnv } from "./context";
import { demandSession } from "./demand-session";
import type { Route } from "./mount";

interface Request<Path extends PanelPath> {
  actor: UserActor;
  accountId: string;
  params: PathParams<Path>;
  c: Context<ApiEnv>;
}

type Handler<Path extends PanelPath> = (
  request: Request<Path>,
) => PanelAnswers[Path] | Promise<PanelAnswers[Path]>;

/** The handlers of some of the panel's calls by path, each with the types of its path. */
export type PanelHandlers<Path extends PanelPath = PanelPath> = { [Each in Path]: Handler<Each> };

/** A handler as its route calls it, which knows its path's types no more. */
type AnyHandler = (request: Record<keyof Request<PanelPath>, unknown>) => unknown;

/** The routes of the panel's calls, one for each path of the contract, for signed-in browsers. They only read. */
export function servePanel(handlers: PanelHandlers): Route[] {
  const byPath = Object.entries(handlers) as unknown as [PanelPath, AnyHandler][];
  return byPath.map(([path, handle]) => ({
    call: { method: "get", path },
    async respond(c) {
      const session = await demandSession(c.req.header("cookie"));
      const { accountId } = session;
      const actor = personOf(session, {
        address: c.env.clientAddress,
        userAgent: c.req.header("user-agent") ?? null,
        language: readerLanguage(c.req.raw.headers),
      });
      const value = await handle({ actor, accountId, params: c.req.param(), c });
      return value instanceof Response ? value : c.json(value);
    },
  }));
}
