/** The raw body as text, or null when it is longer than `maximumBytes`: reading stops there. */
export async function readLimitedBody(request: Request, maximumBytes: number): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > maximumBytes) return null;
  if (request.body === null) return "";
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of readable(request.body)) {
    length += chunk.byteLength;
    if (length > maximumBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Web streams are not async-iterable in every runtime's types. */
async function* readable(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel();
  }
}

/** Longer than any report of a vendor. */
export const WEBHOOK_BODY_LIMIT = 1_000_000;
