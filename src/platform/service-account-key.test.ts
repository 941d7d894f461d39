import { expect, test } from "vitest";
import { readServiceAccountKey } from "./service-account-key";

const key = { type: "service_account", client_email: "robot@clinic.iam.gserviceaccount.com", private_key: "-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----\n" };
const read = (json: string | undefined, file?: string) => readServiceAccountKey({ GOOGLE_SERVICE_ACCOUNT_JSON: json, GOOGLE_SERVICE_ACCOUNT_FILE: file });

test("the key is what Google hands out, or none", () => {
  expect(read(undefined)).toBeNull();
  expect(read(JSON.stringify({ ...key, project_id: "clinic" }))).toEqual({ email: key.client_email, privateKey: key.private_key });
});

test.each([["no JSON", "{"], ["another kind", JSON.stringify({ ...key, type: "authorized_user" })], ["no key", JSON.stringify({ ...key, private_key: "secret-words" })]])("%s is refused by the variable's name, and nothing of it is repeated", (_case, json) => {
  expect(() => read(json)).toThrow("GOOGLE_SERVICE_ACCOUNT_JSON must hold");
  expect(() => read(json)).not.toThrow("secret-words");
});

test("a file that is not there is named", () => {
  expect(() => read(undefined, "/nowhere/key.json")).toThrow("GOOGLE_SERVICE_ACCOUNT_FILE must name a file that can be read");
});
