import type { PreviewInput } from "@/application/message-look/preview-schemas";
import type { Segment } from "@/ui/segmented-control";

/** How an example is looked at. */
export interface PreviewSetting {
  readonly mode: PreviewInput["mode"];
  readonly theme: PreviewInput["theme"];
  readonly width: "wide" | "narrow";
}

export const FIRST_SETTING: PreviewSetting = { mode: "IN_PERSON", theme: "light", width: "wide" };

export const MODES: readonly Segment<PreviewSetting["mode"]>[] = [{ value: "IN_PERSON", label: "In person" }, { value: "ONLINE", label: "Video" }, { value: "PHONE", label: "By phone" }];
export const THEMES: readonly Segment<PreviewSetting["theme"]>[] = [{ value: "light", label: "Light" }, { value: "dark", label: "Dark" }];
export const WIDTHS: readonly Segment<PreviewSetting["width"]>[] = [{ value: "wide", label: "Wide" }, { value: "narrow", label: "Narrow" }];
