import { Hono } from "hono";
import { z } from "zod";
import type { Sandbox, SandboxEnv } from "../../sandbox-context";
import { randomToken } from "../../store/random-id";
import { newMeetingCode } from "../calendar/conference";
import { isServiceAccount } from "../calendar/service-account-limits";
import { readJsonBody, requireScope } from "../google-auth";
import { GoogleError } from "../google-error";
import type { MeetSpace } from "./meet-space";

const SpaceInput = z.strictObject({
  name: z.string().optional(), meetingUri: z.string().optional(), meetingCode: z.string().optional(),
  config: z.strictObject({
    accessType: z.enum(["OPEN", "TRUSTED", "RESTRICTED"]).optional(),
    entryPointAccess: z.enum(["ALL", "CREATOR_APP_ONLY"]).optional(),
  }).optional(),
});

const writeScopes = ["meetings.space.created"];
const readScopes = ["meetings.space.created", "meetings.space.readonly"];

const meetErrors = { 400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND" } as const;

/** Newer Google APIs name the error by status instead of reason. */
const meetAnswer = (error: GoogleError) => {
  const status = error.status === 401 || error.status === 403 || error.status === 404 ? error.status : 400;
  return Response.json({ error: { code: status, message: error.message, status: meetErrors[status] } }, { status });
};

const resource = (space: MeetSpace) => ({
  name: `spaces/${space.id}`,
  meetingUri: `https://meet.google.com/${space.meetingCode}`,
  meetingCode: space.meetingCode,
  config: { accessType: "TRUSTED", entryPointAccess: "ALL", ...space.config },
});

function readSpace(body: unknown) {
  const parsed = SpaceInput.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new GoogleError(400, "badRequest", `Invalid JSON payload received. ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}

export function spacesRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();
  const { spaces } = sandbox.state.google;
  app.onError((error) => {
    if (error instanceof GoogleError) return meetAnswer(error);
    throw error;
  });

  function getSpace(account: string, idOrCode: string): MeetSpace {
    const space = spaces[idOrCode] ?? Object.values(spaces).find((candidate) => candidate.meetingCode === idOrCode);
    if (!space) throw new GoogleError(404, "notFound", `Resource 'spaces/${idOrCode}' not found.`);
    if (space.account !== account) throw new GoogleError(403, "forbidden", "Permission denied on resource Space (or it might not exist)");
    return space;
  }

  app.post("/v2/spaces", async (c) => {
    const account = requireScope(sandbox, c, writeScopes);
    if (isServiceAccount(sandbox, account)) throw new GoogleError(403, "forbidden", "The caller does not have permission");
    const input = readSpace(await readJsonBody(c));
    const space: MeetSpace = { id: randomToken(12), account, meetingCode: newMeetingCode(), config: input.config ?? {} };
    spaces[space.id] = space;
    sandbox.changed();
    return c.json(resource(space));
  });

  app.get("/v2/spaces/:id", (c) => c.json(resource(getSpace(requireScope(sandbox, c, readScopes), c.req.param("id")))));

  app.patch("/v2/spaces/:id", async (c) => {
    const space = getSpace(requireScope(sandbox, c, [...writeScopes, "meetings.space.settings"]), c.req.param("id"));
    const input = readSpace(await readJsonBody(c));
    const mask = (c.req.query("updateMask") ?? "*").split(",");
    for (const field of ["accessType", "entryPointAccess"] as const) {
      if (!mask.some((path) => path === "*" || path === "config" || path === `config.${field}`)) continue;
      space.config = { ...space.config, [field]: input.config?.[field] ?? space.config[field] };
    }
    sandbox.changed();
    return c.json(resource(space));
  });

  return app;
}
