const MAXIMUM_OCTETS = 75;

/** Folds lines at 75 octets (RFC 5545, 3.1), never inside a character; ical-generator counts UTF-16 units instead. */
export function foldByOctets(text: string): string {
  const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n");
  return lines.map(foldLine).join("\r\n").replace(/(\r\n)*$/, "\r\n");
}

function foldLine(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAXIMUM_OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
