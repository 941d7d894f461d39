import { CircleCheck, CircleDashed, CircleX, Clock, Info } from "lucide-react";
import type { StatusTone } from "./status-tone";

const icons = { neutral: CircleDashed, success: CircleCheck, pending: Clock, danger: CircleX, info: Info };

/** The shape that goes with a tone, so that state never rests on colour alone. */
export function ToneIcon({ tone, className }: { tone: StatusTone; className?: string }) {
  const Icon = icons[tone];
  return <Icon aria-hidden="true" className={className} />;
}
