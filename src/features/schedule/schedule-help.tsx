import { Dialog } from "@/ui/dialog";
import { Kbd } from "@/ui/kbd";

const KEYS: readonly { keys: readonly string[]; words: string }[] = [
  { keys: ["T"], words: "Today" },
  { keys: ["←", "→"], words: "Back and forward" },
  { keys: ["N"], words: "Book for a caller" },
  { keys: ["Tab", "Enter"], words: "Go to a visit and open it" },
  { keys: ["?"], words: "This list" },
];

export function ScheduleHelp({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys on this page" detail="Drag a visit to move it, or open it and choose Move.">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2.5">
        {KEYS.map(({ keys, words }) => (
          <div key={words} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
