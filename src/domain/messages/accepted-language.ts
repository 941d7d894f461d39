import { LANGUAGES, readLanguage, type Language } from "./language";

/** The language we write that an Accept-Language header asks for first (RFC 9110, 12.5.4); undefined when it asks for none of them. */
export function acceptedLanguage(header: string | null): Language | undefined {
  const asked = (header ?? "").split(",").slice(0, 20).flatMap((range) => {
    const [tag = "", ...parameters] = range.trim().toLowerCase().split(/\s*;\s*/);
    const weight = Number(parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? 1);
    const isOurs = LANGUAGES.some((language) => language === tag.split("-")[0]);
    return isOurs && weight > 0 ? [{ language: readLanguage(tag), weight }] : [];
  });
  return asked.sort((a, b) => b.weight - a.weight)[0]?.language;
}
