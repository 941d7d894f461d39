import type { z } from "zod";
import type { ProviderCard, ProviderPage } from "@/application/providers/provider-schemas";
import type { ProviderList } from "./rest-schemas";

type Listed = z.infer<typeof ProviderList>["items"][number];

/** Search results as programs get them. */
export const toProviderList = ({ items, nextCursor }: ProviderPage): z.infer<typeof ProviderList> => ({ items: items.map(toListed), nextCursor });

const toListed = ({ slug, name, title, specialities, languages, timeZone, nextAvailable, services }: ProviderCard): Listed => ({ slug, name, title, specialities, languages, timeZone, nextAvailable, services: services.map(toListedService) });

const toListedService = ({ slug, name, durationMinutes, modes, price }: ProviderCard["services"][number]): Listed["services"][number] => ({ slug, name, durationMinutes, modes, price });
