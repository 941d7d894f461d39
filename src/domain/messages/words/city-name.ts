import { zoneCity } from "@/domain/time/format-time";
import type { Language } from "../language";

/** Cities whose names differ from the English ones that zones carry: German, Spanish, French, Portuguese. */
const NAMES: Readonly<Record<string, readonly [de: string, es: string, fr: string, pt: string]>> = {
  Amsterdam: ["Amsterdam", "Ámsterdam", "Amsterdam", "Amesterdão"],
  Athens: ["Athen", "Atenas", "Athènes", "Atenas"],
  Berlin: ["Berlin", "Berlín", "Berlin", "Berlim"],
  Brussels: ["Brüssel", "Bruselas", "Bruxelles", "Bruxelas"],
  Copenhagen: ["Kopenhagen", "Copenhague", "Copenhague", "Copenhaga"],
  Lisbon: ["Lissabon", "Lisboa", "Lisbonne", "Lisboa"],
  London: ["London", "Londres", "Londres", "Londres"],
  Luxembourg: ["Luxemburg", "Luxemburgo", "Luxembourg", "Luxemburgo"],
  "Mexico City": ["Mexiko-Stadt", "Ciudad de México", "Mexico", "Cidade do México"],
  "New York": ["New York", "Nueva York", "New York", "Nova Iorque"],
  Paris: ["Paris", "París", "Paris", "Paris"],
  Prague: ["Prag", "Praga", "Prague", "Praga"],
  Rome: ["Rom", "Roma", "Rome", "Roma"],
  "Sao Paulo": ["São Paulo", "São Paulo", "São Paulo", "São Paulo"],
  Stockholm: ["Stockholm", "Estocolmo", "Stockholm", "Estocolmo"],
  Tokyo: ["Tokio", "Tokio", "Tokyo", "Tóquio"],
  Vienna: ["Wien", "Viena", "Vienne", "Viena"],
  Warsaw: ["Warschau", "Varsovia", "Varsovie", "Varsóvia"],
  Zurich: ["Zürich", "Zúrich", "Zurich", "Zurique"],
};

const COLUMN = { de: 0, es: 1, fr: 2, pt: 3 } as const;

/** The place a zone is named after, as readers of a language know it. */
export function cityName(timeZone: string, language: Language): string {
  const city = zoneCity(timeZone);
  return language === "en" ? city : (NAMES[city]?.[COLUMN[language]] ?? city);
}

/** Whether a zone is named after a place; "UTC" is not. */
export const hasCity = (timeZone: string): boolean => timeZone.includes("/") && !timeZone.startsWith("Etc/");
