import { AppError } from "@/application/shared/errors";
import { MalformedBody } from "./problem";

/** 64 kB: the longest lawful body is a tenth of it. */
export const MAX_BODY_BYTES = 65_536;

/**
 * The JSON of a request body, or undefined when there is none. Stops reading at MAX_BODY_BYTES.
 * Throws UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, MalformedBody.
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length")) > MAX_BODY_BYTES) throw tooLarge();
  const bytes = await readBytes(request.body);
  if (bytes.length === 0) return undefined;
  assertJson(request.headers.get("content-type"));
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) throw new MalformedBody("must be well-formed JSON in UTF-8");
    throw cause;
  }
}

async function readBytes(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the stream, so that the rest is never read.
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = () => new AppError("PAYLOAD_TOO_LARGE", { message: `The body may have at most ${MAX_BODY_BYTES} bytes. Nothing was saved.` });

function assertJson(contentType: string | null): void {
  const [mediaType, ...parameters] = (contentType ?? "").split(";").map((part) => part.trim().toLowerCase());
  const isUtf8 = parameters.filter((parameter) => parameter.startsWith("charset=")).every((parameter) => /^charset="?utf-8"?$/.test(parameter));
  if (mediaType !== "application/json" || !isUtf8) throw new AppError("UNSUPPORTED_MEDIA_TYPE");
}
