import { LOGO_BYTES } from "@/application/message-look/look-schemas";
import { readImage } from "@/domain/messages/read-image";

/** A chosen file as it is sent, or the sentence why it is not. The server looks again. */
export async function readLogo(file: File): Promise<{ base64: string; problem: null } | { problem: string }> {
  if (file.size > LOGO_BYTES) return { problem: `The picture may have at most 150 kB; this one has ${Math.ceil(file.size / 1024)} kB.` };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (readImage(bytes) === null) return { problem: "Only PNG, JPEG and WebP pictures can be shown by mail programs." };
  return { base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")), problem: null };
}
