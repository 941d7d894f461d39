import { SegmentedControl } from "@/ui/segmented-control";
import { MODES, THEMES, WIDTHS, type PreviewSetting } from "./preview-setting";

/** On what kind of visit, in which light and how wide an example is shown. */
export function PreviewChoice({ setting, onChange }: { setting: PreviewSetting; onChange: (setting: PreviewSetting) => void }) {
  return (
    <div className="flex flex-wrap gap-2">
      <SegmentedControl label="Kind of visit" segments={MODES} value={setting.mode} onValueChange={(mode) => onChange({ ...setting, mode })} />
      <SegmentedControl label="Reader’s theme" segments={THEMES} value={setting.theme} onValueChange={(theme) => onChange({ ...setting, theme })} />
      <SegmentedControl label="Reader’s screen" segments={WIDTHS} value={setting.width} onValueChange={(width) => onChange({ ...setting, width })} />
    </div>
  );
}
