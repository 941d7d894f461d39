import { describe, expect, test } from "vitest";
import { MAX_BODY_BYTES, readJsonBody } from "./read-json-body";

const post = (body: BodyInit | null, contentType: string | null = "application/json") => {
  const request = new Request("http://localhost/x", { method: "POST", body, ...(body instanceof ReadableStream && { duplex: "half" }) });
  request.headers.delete("content-type");
  if (contentType !== null) request.headers.set("content-type", contentType);
  return request;
};

describe("readJsonBody", () => {
  test("reads JSON, whatever the case and parameters of its type", async () => {
    expect(await readJsonBody(post('{"a":"é"}'))).toEqual({ a: "é" });
    expect(await readJsonBody(post("[1]", 'Application/JSON; Charset="UTF-8"'))).toEqual([1]);
  });

  test("nothing is undefined, with or without a type", async () => {
    expect(await readJsonBody(post(null, null))).toBeUndefined();
    expect(await readJsonBody(post("", "text/plain"))).toBeUndefined();
  });

  test.each(["{", "undefined", "NaN", " "])("%j is malformed", async (text) => {
    await expect(readJsonBody(post(text))).rejects.toMatchObject({ name: "AppError", code: "VALIDATION_FAILED", details: { fields: [{ field: "(body)" }] } });
  });

  test("bytes that are not UTF-8 are malformed", async () => {
    await expect(readJsonBody(post(new Uint8Array([0x22, 0xff, 0x22])))).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
  });

  test.each([null, "text/json", "application/jsonp", "application/json; charset=latin1"])("type %j is not read", async (type) => {
    await expect(readJsonBody(post("{}", type))).rejects.toMatchObject({ code: "UNSUPPORTED_MEDIA_TYPE" });
  });

  test("the last allowed byte is read, the next is not", async () => {
    const text = (bytes: number) => JSON.stringify("a".repeat(bytes - 2));
    expect(await readJsonBody(post(text(MAX_BODY_BYTES)))).toHaveLength(MAX_BODY_BYTES - 2);
    await expect(readJsonBody(post(text(MAX_BODY_BYTES + 1)))).rejects.toMatchObject({ code: "PAYLOAD_TOO_LARGE" });
  });

  test("a long body is left alone after the limit", async () => {
    let sent = 0;
    let isCancelled = false;
    const long = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024).fill(0x20));
        if (sent > 10 * MAX_BODY_BYTES) controller.close();
      },
      cancel() {
        isCancelled = true;
      },
    });
    await expect(readJsonBody(post(long))).rejects.toMatchObject({ code: "PAYLOAD_TOO_LARGE" });
    expect(sent).toBeLessThan(2 * MAX_BODY_BYTES);
    expect(isCancelled).toBe(true);
  });

  test("an announced length is believed", async () => {
    const request = post("{}");
    request.headers.set("content-length", String(MAX_BODY_BYTES + 1));
    await expect(readJsonBody(request)).rejects.toMatchObject({ code: "PAYLOAD_TOO_LARGE" });
  });
});
