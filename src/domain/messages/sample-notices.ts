import type { Notice } from "./notice-content";
import { NOTICE_TEMPLATES, type NoticeFacts, type NoticeTemplate } from "./notice-kinds";

const START = Date.parse("2026-11-24T15:30:00Z");

/** What previews and tests put into each notice; no real person is in it. */
const SAMPLES: { readonly [Template in NoticeTemplate]: NoticeFacts[Template] } = {
  "calendar-reconnect": { accountEmail: "amara.okafor@example.com" },
  "calendar-import-report": { calendarName: "Sprechstunde", imported: 12, leftOut: { ours: 1, "whole-day": 2, past: 1, "too-long": 1, "no-rule": 3, "nobody-invited": 1, "not-offered": 1, known: 4, taken: 1 }, isBrokenOff: false },
  "calendar-batch-report": { calendarName: "Sprechstunde", total: 60, done: 57, failedStarts: [START, START + 86_400_000] },
  "calendar-edit-question": { patientName: "Sam Patient", startsAt: START, wantedAt: START + 3_600_000, isInTheWay: true },
  "calendar-deletions-question": { visits: 12 },
  "provider-agenda": {
    onDate: "2026-11-24",
    visits: [
      { startsAt: START - 7 * 3_600_000, endsAt: START - 6.5 * 3_600_000, patientName: "Grace Example", mode: "IN_PERSON", willCome: true, isRequest: false },
      { startsAt: START, endsAt: START + 1_800_000, patientName: "Sam Patient", mode: "ONLINE", willCome: false, isRequest: true },
    ],
  },
  "provider-week": { onDate: "2026-11-27", finding: "no-hours" },
};

const sample = <Template extends NoticeTemplate>(template: Template): { template: Template; facts: NoticeFacts[Template] } => ({ template, facts: SAMPLES[template] });

/** One notice of every kind. */
export const SAMPLE_NOTICES: readonly Notice[] = NOTICE_TEMPLATES.map((template) => sample(template) as Notice);
