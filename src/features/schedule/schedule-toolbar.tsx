import { ChevronLeft, ChevronRight, CircleHelp, Plus } from "lucide-react";
import { Button } from "@/ui/button";
import { IconButton } from "@/ui/icon-button";
import { SegmentedControl } from "@/ui/segmented-control";
import type { ScheduleKeys } from "./use-schedule-keys";
import { shownTitle, type ScheduleView } from "./schedule-view";

type ScheduleToolbarProps = { view: ScheduleView; onDate: string; acts: ScheduleKeys; onViewChange: (view: ScheduleView) => void };

const VIEWS = [
  { value: "day", label: "Day" },
  { value: "week", label: "Week" },
  { value: "agenda", label: "Agenda" },
] as const;

export function ScheduleToolbar({ view, onDate, acts, onViewChange }: ScheduleToolbarProps) {
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-3">
      <h1 tabIndex={-1} className="mr-auto max-sm:w-full max-sm:text-xl">
        <span className="sr-only">Schedule, </span>
        {shownTitle(view, onDate)}
      </h1>
      <div className="flex items-center gap-1">
        <IconButton bordered label={view === "day" ? "The day before" : "The week before"} icon={<ChevronLeft aria-hidden="true" />} onClick={acts.back} />
        <Button onClick={acts.today}>Today</Button>
        <IconButton bordered label={view === "day" ? "The day after" : "The week after"} icon={<ChevronRight aria-hidden="true" />} onClick={acts.forward} />
      </div>
      <SegmentedControl label="View" segments={VIEWS} value={view} onValueChange={onViewChange} />
      <Button variant="primary" onClick={acts.newBooking}>
        <Plus aria-hidden="true" />
        New booking
      </Button>
      <IconButton label="Keys on this page" icon={<CircleHelp aria-hidden="true" />} onClick={acts.help} className="max-sm:hidden" />
    </div>
  );
}
