import { Hono } from "hono";
import { z } from "zod";
import { etagOf, fileName, filesOf, removeFile, saveFile } from "../files/calendar-files";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import { InputError, readInput, readJsonInput } from "./read-input";

const FileInput = z.strictObject({ ics: z.string().max(6_000_000) });
const Name = z.string().regex(fileName, "lower-case letters, digits and hyphens, ending in .ics");

/** Calendar files behind the app's back. */
export function fileRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();
  app.get("/_sandbox/files", (c) => c.json({ files: Object.entries(filesOf(sandbox)).map(([name, file]) => ({ name, address: `${sandbox.origin}/files/${name}`, etag: etagOf(file), ics: file.ics })) }));
  app.put("/_sandbox/files/:name", async (c) => {
    const name = readInput(Name, c.req.param("name"));
    const { ics } = await readJsonInput(FileInput, c.req);
    return c.json({ address: `${sandbox.origin}/files/${name}`, etag: etagOf(saveFile(sandbox, name, ics)) });
  });
  app.delete("/_sandbox/files/:name", (c) => {
    if (!removeFile(sandbox, c.req.param("name"))) throw new InputError({ name: "no such file" });
    return c.body(null, 204);
  });
  return app;
}
