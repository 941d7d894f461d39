import type { IncomingMessage } from "node:http";
import { Readable, type Duplex } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { linkError } from "./link-failure";

const UNPACKERS: Readonly<Record<string, () => Duplex>> = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress };

/** An answer's body as text, unpacked. Throws `too-large` as soon as more than `maximumBytes` came, packed or unpacked, whatever length was announced. */
export async function readLimited(response: IncomingMessage, maximumBytes: number): Promise<string> {
  const encoding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (Number(response.headers["content-length"] ?? 0) > maximumBytes) throw linkError("too-large");
  const unpacker = UNPACKERS[encoding];
  if (unpacker === undefined && encoding !== "identity") throw linkError("not-a-calendar");
  const packed = Readable.from(within(response, maximumBytes));
  const unpacked = unpacker === undefined ? packed : packed.compose<Duplex>(unpacker());
  const chunks: Buffer[] = [];
  for await (const chunk of within(unpacked, maximumBytes)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8").replace(/^\ufeff/, "");
}

async function* within(stream: AsyncIterable<unknown>, maximumBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError("an answer comes in bytes");
    bytes += chunk.length;
    if (bytes > maximumBytes) throw linkError("too-large");
    yield chunk;
  }
}
