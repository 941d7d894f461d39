import { invalidValue } from "../google-error";

type Mask = Map<string, Mask | undefined>;

/** Parses Google's partial-response syntax: `a,b/c,d(e,f)`. */
function parseMask(text: string): Mask {
  let at = 0;
  const fail = () => invalidValue(`Invalid field selection ${text}`, "fields");
  function list(): Mask {
    const mask: Mask = new Map();
    for (;;) {
      const name = /^[A-Za-z0-9_*]+/.exec(text.slice(at))?.[0];
      if (!name) throw fail();
      at += name.length;
      mask.set(name, selection());
      if (text[at] !== ",") return mask;
      at += 1;
    }
  }
  function selection(): Mask | undefined {
    if (text[at] === "/") {
      at += 1;
      const name = /^[A-Za-z0-9_*]+/.exec(text.slice(at))?.[0];
      if (!name) throw fail();
      at += name.length;
      return new Map([[name, selection()]]);
    }
    if (text[at] !== "(") return undefined;
    at += 1;
    const inner = list();
    if (text[at] !== ")") throw fail();
    at += 1;
    return inner;
  }
  const mask = list();
  if (at !== text.length) throw fail();
  return mask;
}

function pick(value: unknown, mask: Mask): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, mask));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    if (!mask.has(name) && !mask.has("*")) return [];
    const innerMask = mask.get(name) ?? mask.get("*");
    return [[name, innerMask ? pick(inner, innerMask) : inner]];
  });
  return Object.fromEntries(entries);
}

/** Applies the `fields` parameter; without one the whole answer is kept. */
export const applyFieldsMask = (body: unknown, fields: string | undefined) => (fields ? pick(body, parseMask(fields)) : body);
