import { meet } from "@googleapis/meet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiScope } from "@sandbox/google/oauth/scopes";
import { amara, daniel, startTestSandbox, type TestSandbox } from "@sandbox/testing/sandbox-clients";

describe("Meet spaces", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.close());

  async function meetFor(account: string, scope: string) {
    const { body } = await sandbox.call("POST", "/_sandbox/google/grants", { account, scopes: [apiScope(scope)] });
    const auth = sandbox.oauthClient();
    auth.setCredentials({ access_token: body.accessToken });
    return meet({ version: "v2", auth, rootUrl: `${sandbox.origin}/` });
  }

  it("creates a space, finds it by name and code, and changes its access", async () => {
    const api = await meetFor(amara, "meetings.space.created");
    const { data: space } = await api.spaces.create({ requestBody: { config: { accessType: "OPEN" } } });
    expect(space).toMatchObject({ name: expect.stringMatching(/^spaces\//), meetingUri: `https://meet.google.com/${space.meetingCode}`, config: { accessType: "OPEN", entryPointAccess: "ALL" } });
    expect(space.meetingCode).toMatch(/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    expect((await api.spaces.get({ name: `spaces/${space.meetingCode}` })).data.name).toBe(space.name);
    const { data: changed } = await api.spaces.patch({ name: space.name ?? "", updateMask: "config.accessType", requestBody: { config: { accessType: "RESTRICTED", entryPointAccess: "CREATOR_APP_ONLY" } } });
    expect(changed.config).toEqual({ accessType: "RESTRICTED", entryPointAccess: "ALL" });
  });

  it("refuses another account, a missing space, a wrong scope and an unknown field in the newer envelope", async () => {
    const api = await meetFor(amara, "meetings.space.created");
    const { data: space } = await api.spaces.create({ requestBody: {} });
    const refusal = (code: number, status: string) => ({ response: { status: code, data: { error: { code, status } } } });
    await expect((await meetFor(daniel, "meetings.space.created")).spaces.get({ name: space.name ?? "" })).rejects.toMatchObject(refusal(403, "PERMISSION_DENIED"));
    await expect(api.spaces.get({ name: "spaces/none" })).rejects.toMatchObject(refusal(404, "NOT_FOUND"));
    await expect((await meetFor(amara, "calendar.readonly")).spaces.create({ requestBody: {} })).rejects.toMatchObject(refusal(403, "PERMISSION_DENIED"));
    await expect(api.spaces.create({ requestBody: { config: { accessType: "EVERYBODY" } } })).rejects.toMatchObject(refusal(400, "INVALID_ARGUMENT"));
  });
});
