/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { z } from "zod";
import { fileName, filesOf, saveFile } from "../files/calendar-files";
import { InputError, readInput } from "../inspector/read-input";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import { ErrorPage } from "./error-page";
import { Page } from "./page";

const FileForm = z.object({ name: z.string().regex(fileName, "lower-case letters, digits and hyphens, ending in .ics"), ics: z.string().max(6_000_000) });

/** Calendar files to edit by hand; each is read at its address by whoever has it. */
export function filesPageRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();

  app.onError((error, c) => {
    if (error instanceof InputError) return c.html(<ErrorPage message={error.message} back="/files" />, 400);
    throw error;
  });

  app.get("/files", (c) => c.html(
    <Page title="Calendar files">
      <h1>Calendar files</h1>
      <p class="muted">As another program would publish them. In MedBookings: Integrations, “Add a calendar by link”.</p>
      {Object.entries(filesOf(sandbox)).map(([name, { ics }]) => (
        <section>
          <h2>{name}</h2>
          <p><a href={`/files/${name}`}><code>{sandbox.origin}/files/{name}</code></a></p>
          <form method="post" action="/files">
            <input type="hidden" name="name" value={name} />
            <label>What is in it<textarea name="ics" rows={Math.min(24, ics.split("\n").length + 1)} spellcheck={false} style="width:100%;font-family:ui-monospace,monospace">{ics}</textarea></label>
            <p><button type="submit">Save {name}</button></p>
          </form>
        </section>
      ))}
    </Page>,
  ));

  app.post("/files", async (c) => {
    const { name, ics } = readInput(FileForm, await c.req.parseBody());
    saveFile(sandbox, name, ics);
    return c.redirect("/files", 303);
  });

  return app;
}
