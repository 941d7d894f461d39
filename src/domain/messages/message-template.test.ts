import { expect, test } from "vitest";
import { readTemplate, reminderTemplate } from "./message-template";

test("a reminder's name carries its lead", () => {
  expect(readTemplate(reminderTemplate(1440))).toEqual({ template: "reminder", minutesBefore: 1440 });
});

test("names that are about no appointment are not read as one", () => {
  expect(readTemplate("booking-confirmed")).toEqual({ template: "booking-confirmed", minutesBefore: null });
  expect(readTemplate("calendar-reconnect")).toBeNull();
  expect(readTemplate("reminder-x")).toBeNull();
});
