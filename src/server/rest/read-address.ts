import { AppError } from "@/application/shared/errors";

/** The query of an address as an object. Empty values count as absent. Throws VALIDATION_FAILED for what is given twice. */
export function readQuery(search: URLSearchParams): Record<string, string> {
  const present = [...search].filter(([, value]) => value !== "");
  const names = present.map(([name]) => name);
  const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  if (repeated.length > 0) throw new AppError("VALIDATION_FAILED", { fields: repeated.map((field) => ({ field, message: "must be given once" })) });
  return Object.fromEntries(present);
}

/** The values of `{name}` parts of `template` (such as `/bookings/{reference}`) in `pathname`, which ends like it. Throws NOT_FOUND for broken encoding. */
export function readParams(template: string, pathname: string): Record<string, string> {
  const wanted = template.split("/");
  const given = pathname.split("/").slice(-wanted.length);
  return Object.fromEntries(wanted.flatMap((part, index) => (part.startsWith("{") ? [[part.slice(1, -1), decoded(given[index] ?? "")]] : [])));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    throw new AppError("NOT_FOUND", {}, { cause });
  }
}
