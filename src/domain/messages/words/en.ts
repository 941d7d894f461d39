import type { MessageWords } from "./message-words";

const answers = (willCome = false) => `Reply ${willCome ? "" : "YES to confirm, "}C if you cannot come, R to move.`;

export const en: MessageWords = {
  zone: (city) => `${city} time`,
  moment: (date, time, zone) => `${date}, ${time} ${zone}`,
  shortMoment: (date, time, zone) => `${date}, ${time} ${zone}`,
  elsewhere: (time, city) => `${time} in ${city}, where the clinic is`,
  shortElsewhere: (time, city) => `(${time} in ${city})`,
  forPatient: (moment) => `${moment} for the patient`,
  span: (date, from, until, zone) => `${date}, ${from} to ${until}, ${zone}`,
  itWas: (span) => `It was: ${span}`,
  before: (at) => `Before, it was ${at}.`,
  label: (words) => `${words}:`,
  greeting: (name) => `Hello ${name},`,
  regards: "Kind regards",
  choose: "Choose how we remind you, or end reminders",
  answers,
  where: {
    place: "Where", video: "Video visit", phone: "By phone",
    callsYou: (who) => `${who} calls you at the number you gave.`,
    youCall: "You call the patient at the number in the booking.",
    linkLater: "You will find the video link on your appointment page before the visit.",
    linkLaterStaff: "The video link will appear in the booking.",
  },
  buttons: { manage: "View, move or cancel", again: "See free times", join: "Join the video visit", open: "Open the booking", willCome: "I will come", bookAgain: "Book again" },
  change: {
    call: (phone) => `To change it now, please call the clinic: ${phone}.`,
    contact: "To change it now, please contact the clinic.",
    untilStart: "You can move or cancel online until it begins.",
    both: (at) => `You can move or cancel online until ${at}.`,
    move: (at) => `You can move it online until ${at}.`,
    cancel: (at) => `You can cancel online until ${at}.`,
  },
  inside: { video: "By video. The link and how to move or cancel are inside.", videoLater: "By video. How to move or cancel is inside.", phone: "By phone. How to move or cancel is inside.", place: "The address and how to move or cancel are inside." },
  invite: { summary: (who) => `Appointment with ${who}`, cancelled: "This appointment is cancelled.", join: (url) => `Join by video: ${url}`, manage: (url) => `View, move or cancel: ${url}`, video: "By video", phone: "By phone" },
  templates: {
    "booking-confirmed": { subject: ({ who, at }) => `Booked with ${who}: ${at}`, heading: "Your appointment is booked", lines: ({ who }) => [`${who} is expecting you.`], text: ({ who, when, link }) => `Booked: ${who}, ${when}. View, move or cancel: ${link}` },
    "booking-pending": {
      subject: ({ who, at }) => `Request received: ${who}, ${at}`, preheader: "The time is kept for you until it is answered.", heading: "Your request has arrived",
      lines: ({ who }) => [`${who} will confirm it or suggest otherwise. The time is kept for you meanwhile, and we will tell you as soon as it is answered.`],
      text: ({ who, when, link }) => `Request received: ${who}, ${when}. We tell you once it is answered: ${link}`,
    },
    "booking-approved": { subject: ({ who, at }) => `Confirmed by ${who}: ${at}`, heading: "Your appointment is confirmed", lines: ({ who }) => [`${who} has confirmed your request and is expecting you.`], text: ({ who, when, link }) => `Confirmed: ${who}, ${when}. View, move or cancel: ${link}` },
    "booking-declined": {
      subject: ({ who, at }) => `Not possible: ${who}, ${at}`, preheader: "Nothing is booked. Other times may suit you.", heading: "This time is not possible",
      lines: ({ who }) => [`${who} cannot see you at this time. Nothing is booked. Perhaps another time suits you both.`],
      text: ({ who, when, link }) => `Not possible: ${who}, ${when}. Nothing is booked. Other times: ${link}`,
    },
    "booking-rescheduled": { subject: ({ who, at }) => `New time with ${who}: ${at}`, heading: "Your appointment has moved", lines: ({ who }) => [`${who} is expecting you at the new time.`], text: ({ who, when, link }) => `New time: ${who}, ${when}. View, move or cancel: ${link}` },
    "calendar-awaited": {
      subject: ({ who, at }) => `Held for you: ${who}, ${at}`, preheader: "We confirm it as soon as the calendar answers.", heading: "We hold this time for you",
      lines: ({ who }) => [`${who}’s calendar is not answering just now. We hold this time for you and confirm as soon as it does. You need not do anything.`],
      text: ({ who, when, link }) => `Held for you: ${who}, ${when}. The calendar is not answering just now; we confirm as soon as it does: ${link}`,
    },
    "move-requested": {
      subject: ({ who, at }) => `New time requested: ${who}, ${at}`, preheader: "We will tell you as soon as it is answered.", heading: "Your new time is requested",
      lines: ({ who }) => [`${who} will confirm it or suggest otherwise. We will tell you as soon as it is answered.`],
      text: ({ who, when, link }) => `New time requested: ${who}, ${when}. We tell you once it is answered: ${link}`,
    },
    "booking-cancelled": {
      subject: ({ who, at }) => `Cancelled: ${who}, ${at}`, preheader: "This appointment will not take place.", heading: "Your appointment is cancelled",
      lines: ({ who }) => [`Your appointment with ${who} will not take place. You need not do anything.`],
      text: ({ who, when, link }) => `Cancelled: ${who}, ${when}. Other times: ${link}`,
    },
    "booking-expired": {
      subject: ({ who, at }) => `Not answered in time: ${who}, ${at}`, preheader: "Nothing is booked. Please choose another time.", heading: "Your request was not answered in time",
      lines: ({ who }) => [`We are sorry: ${who} could not answer your request. Nothing is booked. Please choose another time.`],
      text: ({ who, when, link }) => `Not answered in time: ${who}, ${when}. Nothing is booked. Other times: ${link}`,
    },
    "meet-ready": {
      subject: ({ who, at }) => `Your video link: ${who}, ${at}`, preheader: "Open the link a few minutes before the start.", heading: "Your video link is ready",
      lines: ({ who }) => [`You will meet ${who} by video. Open the link a few minutes before the start; nothing needs to be installed.`],
      text: ({ who, when, link }) => `Your video link: ${who}, ${when}. Join: ${link}`,
    },
    reminder: { subject: ({ who, at }) => `Reminder: ${who}, ${at}`, heading: "Your appointment is coming up", lines: ({ who }) => [`${who} is expecting you.`], text: ({ who, when, link, willCome }) => `Reminder: ${who}, ${when}. ${answers(willCome)} ${link}` },
    "follow-up": { subject: ({ who, at }) => `Thank you for visiting ${who}: ${at}`, preheader: "If you would like to come again, a time is a few taps away.", heading: "Thank you for your visit", lines: ({ who }) => [`Thank you for visiting ${who}. If you have a question, please contact the clinic. And if you would like to come again, choose a time that suits you.`], text: ({ who, link }) => `Thank you for visiting ${who}. Book again: ${link}` },
    "come-back": { subject: ({ who, at }) => `Time to see ${who} again? Last visit: ${at}`, preheader: "Choose a time that suits you.", heading: "Time for another visit?", lines: ({ who }) => [`It has been a while since your visit to ${who}. If you would like to come again, choose a time that suits you.`], text: ({ who, link }) => `Time to see ${who} again? Choose a time: ${link}` },
    "provider-booking-confirmed": { subject: ({ at }) => `New booking: ${at}`, preheader: "It is in your schedule.", heading: "You have a new booking", lines: ({ patient }) => [`${patient} has booked a time with you.`], text: ({ who, when, link }) => `${who}: new booking, ${when}. ${link}` },
    "provider-booking-pending": {
      subject: ({ at }) => `New request: ${at}`, preheader: "It waits for your answer.", heading: "You have a new request", lines: ({ patient }) => [`${patient} asks for this time. It is held until you answer.`], staffAction: "Answer the request",
      text: ({ who, when, link }) => `${who}: new request, ${when}. Please answer: ${link}`,
    },
    "provider-booking-rescheduled": { subject: ({ at }) => `Moved: ${at}`, preheader: "The old time is free again.", heading: "A booking has moved", lines: ({ patient }) => [`${patient}’s booking has a new time. The old one is free again.`], text: ({ who, when, link }) => `${who}: a booking moved to ${when}. ${link}` },
    "provider-booking-cancelled": { subject: ({ at }) => `Cancelled: ${at}`, preheader: "This time is free again.", heading: "A booking was cancelled", lines: ({ patient }) => [`${patient}’s booking was cancelled. This time is free again.`], text: ({ who, when, link }) => `${who}: a booking was cancelled, ${when}. ${link}` },
    "provider-contact-card": { subject: ({ at }) => `Contact card for ${at}`, preheader: "For your address book.", heading: "A new contact card", lines: ({ patient }) => [`The contact card of ${patient} is attached, for your address book.`], text: ({ who, when, link }) => `${who}: contact card of a new patient, ${when}. ${link}` },
    "provider-booking-expired": {
      subject: ({ at }) => `Request expired: ${at}`, preheader: "This time is free again.", heading: "A request expired unanswered", lines: ({ patient }) => [`${patient}’s request was not answered in time. We have told them, and this time is free again.`],
      text: ({ who, when, link }) => `${who}: a request expired unanswered, ${when}. ${link}`,
    },
    "provider-calendar-awaited": {
      subject: ({ at }) => `New request, waiting for your calendar: ${at}`, preheader: "It is confirmed by itself as soon as your calendar answers.", heading: "A request waits for your calendar",
      lines: ({ patient }) => [`${patient} asks for this time. Your calendar is not answering just now, so we hold it. Once your calendar answers and the time is free, it is confirmed by itself. You can also answer now.`],
      text: ({ who, when, link }) => `${who}: a request waits for your calendar, ${when}. ${link}`,
    },
    "provider-booking-clashes": {
      subject: ({ at }) => `Please decide: ${at}`, preheader: "Your calendar shows something at this time.", heading: "A request meets something in your calendar", staffAction: "Answer the request",
      lines: ({ patient }) => [`${patient} asked for this time while your calendar did not answer. It answers again, and something takes this time. The request is held until you accept or decline it.`],
      text: ({ who, when, link }) => `${who}: a request meets your calendar, ${when}. ${link}`,
    },
  },
};
