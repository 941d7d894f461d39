export interface ImageFacts {
  readonly mediaType: "image/png" | "image/jpeg" | "image/webp";
  readonly width: number;
  readonly height: number;
}

/** What a file is by its own first bytes, whatever it is called: PNG, JPEG or WebP with its size in pixels; null for anything else. */
export function readImage(bytes: Uint8Array): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts = readPng(view) ?? readWebp(view) ?? readJpeg(view);
  return facts && facts.width > 0 && facts.height > 0 ? facts : null;
}

const text = (view: DataView, at: number, length: number) => (at + length > view.byteLength ? "" : String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length)));

/** https://www.w3.org/TR/png-3/#5DataRep */
function readPng(view: DataView): ImageFacts | null {
  if (view.byteLength < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a || text(view, 12, 4) !== "IHDR") return null;
  return { mediaType: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function readWebp(view: DataView): ImageFacts | null {
  if (view.byteLength < 30 || text(view, 0, 4) !== "RIFF" || text(view, 8, 4) !== "WEBP") return null;
  const mediaType = "image/webp" as const;
  const kind = text(view, 12, 4);
  if (kind === "VP8X") return { mediaType, width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + ((view.getUint16(27, true) | (view.getUint8(29) << 16)) & 0xffffff) };
  if (kind === "VP8 ") return { mediaType, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind !== "VP8L" || view.getUint8(20) !== 0x2f) return null;
  const bits = view.getUint32(21, true);
  return { mediaType, width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

/** The frame header among a JPEG's segments (ITU-T T.81, B.2.2). */
function readJpeg(view: DataView): ImageFacts | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { mediaType: "image/jpeg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === 0xda || marker === 0xd9) return null;
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}
