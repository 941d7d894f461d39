"use client";

import { useState } from "react";
import type { VisitView } from "@/application/visits/visit-schemas";
import { useAnswers } from "@/features/api/use-answers";
import { nextLook } from "./next-look";
import { VisitRoom } from "./visit-room";

type VisitPageProps = { initial: VisitView; /** Who asks: the bearer of a link, or the signed-in patient. */ asks: { manageToken: string } | { reference: string }; appointmentHref: string };

/** A visit kept up to date: the door opens by itself, and a link that comes late appears. */
export function VisitPage({ initial, asks, appointmentHref }: VisitPageProps) {
  const [visit, setVisit] = useState(initial);
  const { answers } = useAnswers<"visits.byLink" | "visits.mine">("manageToken" in asks ? "visits.byLink" : "visits.mine", [asks], { isEnabled: true, refreshMs: nextLook(visit), initial });
  const latest = answers[0]?.data;
  // Adjusting state while rendering: what arrived decides when to ask next.
  if (latest && latest !== visit) setVisit(latest);
  return <VisitRoom visit={visit} appointmentHref={appointmentHref} />;
}
