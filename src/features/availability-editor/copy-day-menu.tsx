"use client";

import { Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { IconButton } from "@/ui/icon-button";
import { Popover } from "@/ui/popover";
import { WEEKDAYS, weekdayName } from "./draft-hours";

/** Gives other weekdays the hours of this one. */
export function CopyDayMenu({ weekday, onCopy }: { weekday: number; onCopy: (to: number[]) => void }) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const others = WEEKDAYS.map((name, index) => ({ name, day: index + 1 })).filter(({ day }) => day !== weekday);
  const toggle = (day: number) => setChosen((days) => (days.includes(day) ? days.filter((one) => one !== day) : [...days, day]));
  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setChosen(others.filter(({ day }) => day <= 5).map(({ day }) => day));
      }}
      label={`Copy ${weekdayName(weekday)} to other days`}
      align="end"
      trigger={<IconButton label={`Copy ${weekdayName(weekday)} to other days`} icon={<Copy aria-hidden="true" />} />}
    >
      <p className="font-medium">Copy {weekdayName(weekday)} to</p>
      <div className="mt-2 grid gap-1">
        {others.map(({ name, day }) => (
          <Checkbox key={day} label={name} checked={chosen.includes(day)} onChange={() => toggle(day)} />
        ))}
      </div>
      <Button
        variant="primary"
        wide
        className="mt-3"
        onClick={() => {
          onCopy([...chosen]);
          setOpen(false);
        }}
      >
        Copy
      </Button>
    </Popover>
  );
}
