import type { Context } from "hono";
import type { UserActor } from "../core/actor";
import { AppError } from "../core/errors";
import { readerLanguage } from "../language/reader-language";
import type { PathParams } from "../operations/call-contract";
import type {
  PanelAnswers,
  PanelPath,
  PanelUploadPath,
  PanelUploads,
} from "../operations/panel-contract";
import { panelUploads } from "../operations/panel-uploads";
import { personOf } from "../sessions/person-of";
import type { ApiEnv } from "./context";
import { demandSession } from "./demand-session";
import type { Route } from "./mount";
import { demandFile } from "./receive-file";
import { apiSentences } from "./sentences";

interface Request<Path extends string> {
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

/** The handlers of the files that the panel sends, by path. */
export type UploadHandlers = {
  [Each in PanelUploadPath]: (request: Request<Each>) => Promise<PanelUploads[Each]>;
};

/** A handler as its route calls it, which knows its path's types no more. */
type AnyHandler = (request: Record<keyof Request<string>, unknown>) => unknown;

/** The routes of the panel's calls, one for each path of the contract, for signed-in browsers. They only read. */
export function servePanel(handlers: PanelHandlers): Route[] {
  const byPath = Object.entries(handlers) as unknown as [PanelPath, AnyHandler][];
  return byPath.map(([path, handle]) => ({
    call: { method: "get", path },
    respond: (c) => respond(c, handle),
  }));
}

/**
 * The routes of the files that signed-in browsers send. A page of another site can't: its browser would say so, and the
 * media types that a file may have are none that it may send without asking first (Fetch standard, CORS protocol).
 */
export function serveUploads(handlers: UploadHandlers): Route[] {
  const byPath = Object.entries(handlers) as unknown as [PanelUploadPath, AnyHandler][];
  return byPath.map(([path, handle]) => ({
    call: { method: "post", path, body: { maxBytes: panelUploads[path] } },
    respond(c) {
      const site = c.req.header("sec-fetch-site") ?? "same-origin";
      if (site !== "same-origin") throw new AppError("forbidden", apiSentences.foreignUpload);
      demandFile(c.req.raw);
      return respond(c, handle);
    },
  }));
}

async function respond(c: Context<ApiEnv>, handle: AnyHandler): Promise<Response> {
  const session = await demandSession(c.req.header("cookie"));
  const { accountId } = session;
  const actor = personOf(session, {
    address: c.env.clientAddress,
    userAgent: c.req.header("user-agent") ?? null,
    language: readerLanguage(c.req.raw.headers),
  });
  const value = await handle({ actor, accountId, params: c.req.param(), c });
  return value instanceof Response ? value : c.json(value);
}
