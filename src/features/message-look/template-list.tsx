import type { ReactNode } from "react";
import { cn } from "@/ui/class-names";
import { NativeSelect } from "@/ui/native-select";

export interface ListedTemplate {
  readonly template: string;
  readonly title: string;
  readonly mark?: ReactNode;
}
export interface TemplateGroup {
  readonly title: string;
  readonly templates: readonly ListedTemplate[];
}

type TemplateListProps = { groups: readonly TemplateGroup[]; chosen: string; onChoose: (template: string) => void };

/** Every message by name: a list beside the example, one field on a phone. */
export function TemplateList({ groups, chosen, onChoose }: TemplateListProps) {
  return (
    <>
      <label className="block lg:hidden">
        <span className="mb-1 block font-medium">Message</span>
        <NativeSelect value={chosen} onChange={(event) => onChoose(event.target.value)}>
          {groups.map(({ title, templates }) => (
            <optgroup key={title} label={title}>
              {templates.map((one) => (
                <option key={one.template} value={one.template}>
                  {one.title}
                </option>
              ))}
            </optgroup>
          ))}
        </NativeSelect>
      </label>
      <nav aria-label="Messages" className="hidden content-start gap-4 lg:grid">
        {groups.map(({ title, templates }) => (
          <section key={title} aria-label={title}>
            <h2 className="mb-1 px-3 text-sm text-muted">{title}</h2>
            <ul>
              {templates.map((one) => (
                <li key={one.template}>
                  <button
                    type="button"
                    aria-current={one.template === chosen || undefined}
                    onClick={() => onChoose(one.template)}
                    className={cn("flex min-h-8 w-full items-center justify-between gap-2 rounded-lg px-3 py-1 text-left text-sm transition-colors", one.template === chosen ? "bg-primary-soft font-medium text-primary-ink" : "text-ink hover:bg-sunken dark:hover:bg-raised")}
                  >
                    {one.title}
                    {one.mark}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
    </>
  );
}
