import { expect, test } from "vitest";
import { readImage } from "./read-image";

const bytes = (...parts: (string | number[])[]) => Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...part].map((letter) => letter.charCodeAt(0)) : part)));
const zeros = (count: number) => Array.from({ length: count }, () => 0);

/** One pixel, as encoders write it. */
const PNG = Uint8Array.from(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64"));
const WEBP_LOSSLESS = Uint8Array.from(Buffer.from("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", "base64"));

test("PNG, JPEG and WebP are known by their bytes, with their size", () => {
  expect(readImage(PNG)).toEqual({ mediaType: "image/png", width: 1, height: 1 });
  expect(readImage(bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2], [0xff, 0xc2, 0, 11, 8, 1, 0x40, 2, 0x80], zeros(9)))).toEqual({ mediaType: "image/jpeg", width: 640, height: 320 });
  expect(readImage(bytes("RIFF", zeros(4), "WEBPVP8 ", zeros(10), [0x80, 0x02, 0x40, 0x01], zeros(4)))).toEqual({ mediaType: "image/webp", width: 640, height: 320 });
  expect(readImage(bytes("RIFF", zeros(4), "WEBPVP8X", zeros(8), [0x7f, 0x02, 0, 0x3f, 0x01, 0]))).toEqual({ mediaType: "image/webp", width: 640, height: 320 });
  expect(readImage(bytes([...WEBP_LOSSLESS], zeros(8)))).toEqual({ mediaType: "image/webp", width: 1, height: 1 });
});

test("anything else is none, whatever its name", () => {
  for (const other of [bytes("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), bytes("GIF89a", zeros(40)), bytes("%PDF-1.7", zeros(40)), bytes(), PNG.slice(0, 20), bytes([0xff, 0xd8], "<script>", zeros(30)), bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0], zeros(30))]) {
    expect(readImage(other)).toBeNull();
  }
});

test("a PNG that claims no size is none", () => {
  const empty = PNG.slice();
  empty.set([0, 0, 0, 0], 16);
  expect(readImage(empty)).toBeNull();
});
