import type { VisitMode } from "@/application/shared/common-schemas";

/** The demonstration world: invented people and places. Addresses end in .example, telephone numbers are fictitious ranges. */

export interface SeedLocation {
  readonly slug: string;
  readonly name: string;
  readonly addressLine: string;
  readonly city: string;
  readonly postalCode: string;
  readonly country: string;
  readonly timeZone: string;
  readonly phone: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface SeedOrganization {
  readonly slug: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly locations: readonly SeedLocation[];
  readonly holidays: readonly { readonly monthDay: string; readonly name: string }[];
}

export const ORGANIZATIONS: readonly SeedOrganization[] = [
  {
    slug: "lindenhof-health",
    name: "Lindenhof Health",
    email: "hello@lindenhof.example",
    phone: "+493055501000",
    locations: [
      { slug: "berlin-mitte", name: "Lindenhof Berlin-Mitte", addressLine: "Linienstraße 84", city: "Berlin", postalCode: "10119", country: "DE", timeZone: "Europe/Berlin", phone: "+493055501010", latitude: 52.5286, longitude: 13.4032 },
      { slug: "london-marylebone", name: "Lindenhof Marylebone", addressLine: "31 Weymouth Street", city: "London", postalCode: "W1G 7BT", country: "GB", timeZone: "Europe/London", phone: "+442079460110", latitude: 51.5205, longitude: -0.1489 },
    ],
    holidays: [
      { monthDay: "12-25", name: "Christmas Day" },
      { monthDay: "12-26", name: "Boxing Day" },
      { monthDay: "01-01", name: "New Year's Day" },
    ],
  },
  {
    slug: "northlight-clinics",
    name: "Northlight Clinics",
    email: "care@northlight.example",
    phone: "+12125550140",
    locations: [
      { slug: "new-york-chelsea", name: "Northlight Chelsea", addressLine: "220 West 21st Street", city: "New York", postalCode: "10011", country: "US", timeZone: "America/New_York", phone: "+12125550141", latitude: 40.7431, longitude: -73.9969 },
      { slug: "kathmandu-lazimpat", name: "Northlight Lazimpat", addressLine: "Lazimpat Road 14", city: "Kathmandu", postalCode: "44600", country: "NP", timeZone: "Asia/Kathmandu", phone: "+97714005501", latitude: 27.7225, longitude: 85.3206 },
      { slug: "vancouver-kitsilano", name: "Northlight Kitsilano", addressLine: "2190 West 4th Avenue", city: "Vancouver", postalCode: "V6K 1N7", country: "CA", timeZone: "America/Vancouver", phone: "+16045550142", latitude: 49.2681, longitude: -123.1558 },
      { slug: "casablanca-gauthier", name: "Northlight Gauthier", addressLine: "18 Rue Jean Jaurès", city: "Casablanca", postalCode: "20060", country: "MA", timeZone: "Africa/Casablanca", phone: "+212522005500", latitude: 33.5886, longitude: -7.6264 },
    ],
    holidays: [
      { monthDay: "12-25", name: "Christmas Day" },
      { monthDay: "01-01", name: "New Year's Day" },
    ],
  },
];

export interface SeedService {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly durationMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly priceAmount: number;
  readonly modes: readonly VisitMode[];
  readonly requiresApproval?: boolean;
  readonly dailyCap?: number;
  readonly horizonDays?: number;
}

export interface SeedProvider {
  readonly slug: string;
  readonly name: string;
  readonly title: string;
  readonly bio: string;
  readonly email: string;
  readonly phone: string;
  /** Picked by eye among the drawings of this name: a seed draws any face, so the demonstration keeps those that suit. */
  readonly portraitSeed: string;
  readonly specialities: readonly string[];
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly currency: string;
  readonly location?: { readonly organization: string; readonly location: string };
  readonly services: readonly SeedService[];
  /** Local hours "HH:mm-HH:mm" by ISO weekday; an end before its start crosses midnight. */
  readonly hours: Readonly<Record<number, string>>;
  readonly lunch?: string;
  readonly isCalendarConnected?: boolean;
  /** Days from the seed's day on which leave begins, and how many days it lasts. */
  readonly leave?: { readonly inDays: number; readonly days: number; readonly label: string };
}

const weekdays = (hours: string, days: readonly number[] = [1, 2, 3, 4, 5]): Record<number, string> => Object.fromEntries(days.map((day) => [day, hours]));

const visit = (slug: string, name: string, description: string, durationMinutes: number, priceAmount: number, modes: readonly VisitMode[], more: Partial<SeedService> = {}): SeedService => ({
  slug, name, description, durationMinutes, bufferAfterMinutes: durationMinutes >= 90 ? 30 : 15, priceAmount, modes, ...more,
});

export const PROVIDERS: readonly SeedProvider[] = [
  {
    slug: "amara-okafor", name: "Dr Amara Okafor", title: "Dermatologist", email: "amara.okafor@lindenhof.example", phone: "+493055501021", portraitSeed: "amara-okafor-11684",
    bio: "Skin checks without hurry. Amara trained in Lagos and Heidelberg and explains what she sees while she sees it.",
    specialities: ["Dermatology"], languages: ["en", "de"], timeZone: "Europe/Berlin", currency: "EUR", location: { organization: "lindenhof-health", location: "berlin-mitte" },
    services: [
      visit("first-visit", "First visit", "A full skin check and time for your questions.", 45, 8000, ["IN_PERSON"]),
      visit("check-up", "Check-up", "A look at what we agreed to watch.", 20, 4500, ["IN_PERSON", "ONLINE"]),
      visit("video-consult", "Video consult", "Results, prescriptions and short questions from home.", 15, 3500, ["ONLINE"]),
    ],
    hours: weekdays("09:00-17:00"), lunch: "12:00-13:00", isCalendarConnected: true, leave: { inDays: 31, days: 10, label: "Annual leave" },
  },
  {
    slug: "jonas-weber", name: "Dr Jonas Weber", title: "General practitioner", email: "jonas.weber@lindenhof.example", phone: "+493055501022", portraitSeed: "jonas-weber-30887",
    bio: "A family doctor in the old sense: knows your history, listens first, refers when it helps.",
    specialities: ["General practice"], languages: ["de", "en"], timeZone: "Europe/Berlin", currency: "EUR", location: { organization: "lindenhof-health", location: "berlin-mitte" },
    services: [
      visit("consultation", "Consultation", "Half an hour for one concern.", 30, 5200, ["IN_PERSON", "ONLINE", "PHONE"]),
      visit("health-check", "Health check", "Blood pressure, bloods and a conversation about the year.", 60, 9800, ["IN_PERSON"]),
      visit("extended-session", "Extended session", "For several concerns, or a long story.", 90, 14500, ["IN_PERSON"], { requiresApproval: true }),
    ],
    hours: { ...weekdays("08:00-16:00", [1, 2, 4]), 3: "08:00-12:30", 5: "08:00-14:00" }, lunch: "12:00-13:00", isCalendarConnected: true,
  },
  {
    slug: "leyla-demir", name: "Leyla Demir", title: "Psychotherapist", email: "leyla.demir@lindenhof.example", phone: "+493055501023", portraitSeed: "leyla-demir-2767",
    bio: "Cognitive behavioural therapy in Turkish, German and English, mostly by video in the evenings.",
    specialities: ["Psychotherapy"], languages: ["tr", "de", "en"], timeZone: "Europe/Berlin", currency: "EUR", location: { organization: "lindenhof-health", location: "berlin-mitte" },
    services: [
      visit("introductory-call", "Introductory call", "We see whether we fit.", 20, 0, ["ONLINE", "PHONE"]),
      visit("session", "Session", "Fifty minutes, the same hour each week if you like.", 50, 11000, ["ONLINE", "IN_PERSON"], { dailyCap: 5 }),
    ],
    hours: weekdays("13:00-21:00", [1, 2, 3, 4]), lunch: "17:00-17:45",
  },
  {
    slug: "hanna-krueger", name: "Dr Hanna Krüger", title: "General practitioner", email: "hanna.krueger@lindenhof.example", phone: "+493055501024", portraitSeed: "hanna-krueger",
    bio: "The second half of the family practice: three days a week, often the one with a time this week.",
    specialities: ["General practice"], languages: ["de", "en", "pl"], timeZone: "Europe/Berlin", currency: "EUR", location: { organization: "lindenhof-health", location: "berlin-mitte" },
    services: [
      visit("consultation", "Consultation", "Half an hour for one concern.", 30, 5200, ["IN_PERSON", "ONLINE"]),
      visit("health-check", "Health check", "Blood pressure, bloods and a conversation about the year.", 60, 9800, ["IN_PERSON"]),
    ],
    hours: weekdays("10:00-18:00", [1, 2, 3, 4]), lunch: "13:00-14:00",
  },
  {
    slug: "charlotte-hughes", name: "Charlotte Hughes", title: "Physiotherapist", email: "charlotte.hughes@lindenhof.example", phone: "+442079460121", portraitSeed: "charlotte-hughes-24667",
    bio: "Backs, knees and runners. You leave with two exercises you will actually do.",
    specialities: ["Physiotherapy", "Sports medicine"], languages: ["en"], timeZone: "Europe/London", currency: "GBP", location: { organization: "lindenhof-health", location: "london-marylebone" },
    services: [
      visit("assessment", "Assessment", "History, movement tests and a plan.", 60, 7800, ["IN_PERSON"]),
      visit("treatment", "Treatment", "Hands-on work and progress.", 30, 5200, ["IN_PERSON"]),
    ],
    hours: { ...weekdays("07:30-15:30"), 6: "09:00-12:00" }, lunch: "11:30-12:00",
  },
  {
    slug: "oliver-bennett", name: "Dr Oliver Bennett", title: "Paediatrician", email: "oliver.bennett@lindenhof.example", phone: "+442079460122", portraitSeed: "oliver-bennett-20481",
    bio: "Newborns to teenagers. Parents get the same plain answers as colleagues.",
    specialities: ["Paediatrics"], languages: ["en", "fr"], timeZone: "Europe/London", currency: "GBP", location: { organization: "lindenhof-health", location: "london-marylebone" },
    services: [
      visit("child-consultation", "Child consultation", "For one child and one concern.", 30, 9500, ["IN_PERSON", "ONLINE"]),
      visit("newborn-check", "Newborn check", "The first weeks, calmly.", 45, 12000, ["IN_PERSON"]),
    ],
    hours: weekdays("09:00-17:30"), lunch: "13:00-14:00",
  },
  {
    slug: "imogen-clarke", name: "Dr Imogen Clarke", title: "General practitioner", email: "imogen.clarke@lindenhof.example", phone: "+442079460123", portraitSeed: "imogen-clarke",
    bio: "Practical, unhurried, and honest about what medicine can and cannot do.",
    specialities: ["General practice"], languages: ["en"], timeZone: "Europe/London", currency: "GBP", location: { organization: "lindenhof-health", location: "london-marylebone" },
    services: [visit("consultation", "Consultation", "Half an hour for one concern.", 30, 6000, ["IN_PERSON", "ONLINE"])],
    hours: weekdays("08:30-16:30", [1, 2, 4, 5]), lunch: "12:30-13:15",
  },
  {
    slug: "sofia-marques", name: "Sofia Marques", title: "Dietitian", email: "sofia.marques@saborsaude.example", phone: "+351210155001", portraitSeed: "sofia-marques-18135",
    bio: "Food you like, changed gently. Independent practice in Lisbon, also by video in Portuguese, Spanish and English.",
    specialities: ["Nutrition"], languages: ["pt", "es", "en"], timeZone: "Europe/Lisbon", currency: "EUR",
    services: [
      visit("first-plan", "First plan", "Where you are, where you want to be.", 60, 6500, ["ONLINE"]),
      visit("follow-up", "Follow-up", "What worked, what did not.", 30, 3800, ["ONLINE", "PHONE"]),
    ],
    hours: weekdays("10:00-18:00", [1, 2, 3, 4, 5]), lunch: "13:00-14:00",
  },
  {
    slug: "daniel-rosen", name: "Dr Daniel Rosen", title: "Cardiologist", email: "daniel.rosen@northlight.example", phone: "+12125550151", portraitSeed: "daniel-rosen-4452",
    bio: "Twenty years of hearts. Explains a trace on paper before he prescribes anything.",
    specialities: ["Cardiology"], languages: ["en", "he"], timeZone: "America/New_York", currency: "USD", location: { organization: "northlight-clinics", location: "new-york-chelsea" },
    services: [
      visit("new-patient", "New patient visit", "History, examination, ECG.", 60, 32000, ["IN_PERSON"], { horizonDays: 180 }),
      visit("follow-up", "Follow-up", "Results and next steps.", 30, 18000, ["IN_PERSON", "ONLINE"], { horizonDays: 180 }),
    ],
    hours: weekdays("08:30-16:30", [1, 2, 3, 4]), lunch: "12:00-13:00", isCalendarConnected: true,
  },
  {
    slug: "maria-alvarez", name: "Dr María Álvarez", title: "General practitioner", email: "maria.alvarez@northlight.example", phone: "+12125550152", portraitSeed: "maria-alvarez-36145",
    bio: "Primary care in Spanish and English, with same-day times kept free each morning.",
    specialities: ["General practice"], languages: ["es", "en"], timeZone: "America/New_York", currency: "USD", location: { organization: "northlight-clinics", location: "new-york-chelsea" },
    services: [
      visit("visit", "Visit", "One concern, in person or by video.", 30, 14000, ["IN_PERSON", "ONLINE"]),
      visit("annual-physical", "Annual physical", "The yearly look at everything.", 60, 24000, ["IN_PERSON"], { horizonDays: 150 }),
    ],
    hours: weekdays("09:00-17:00"), lunch: "12:30-13:15",
  },
  {
    slug: "pratima-shrestha", name: "Dr Pratima Shrestha", title: "Gynaecologist", email: "pratima.shrestha@northlight.example", phone: "+97714005521", portraitSeed: "pratima-shrestha-10134",
    bio: "Women's health from first questions to grandmothers', in Nepali, Hindi and English.",
    specialities: ["Gynaecology"], languages: ["ne", "hi", "en"], timeZone: "Asia/Kathmandu", currency: "NPR", location: { organization: "northlight-clinics", location: "kathmandu-lazimpat" },
    services: [
      visit("consultation", "Consultation", "A private conversation and examination where needed.", 30, 250000, ["IN_PERSON", "ONLINE"]),
      visit("pregnancy-visit", "Pregnancy visit", "With time for both of you.", 45, 350000, ["IN_PERSON"]),
    ],
    hours: weekdays("10:00-16:00", [7, 1, 2, 3, 4, 5]), lunch: "13:00-13:45",
  },
  {
    slug: "noah-tremblay", name: "Dr Noah Tremblay", title: "Sleep physician", email: "noah.tremblay@northlight.example", phone: "+16045550153", portraitSeed: "noah-tremblay-4452",
    bio: "Insomnia, apnoea and shift work. Bilingual, mostly by video.",
    specialities: ["Sleep medicine"], languages: ["fr", "en"], timeZone: "America/Vancouver", currency: "CAD", location: { organization: "northlight-clinics", location: "vancouver-kitsilano" },
    services: [
      visit("sleep-consultation", "Sleep consultation", "Your nights, looked at together.", 45, 21000, ["ONLINE", "IN_PERSON"], { horizonDays: 150 }),
      visit("diary-review", "Diary review", "Two weeks of sleep diary in twenty minutes.", 20, 9000, ["ONLINE"]),
    ],
    hours: weekdays("11:00-19:00", [2, 3, 4, 5]), lunch: "14:30-15:00",
  },
  {
    slug: "youssef-benali", name: "Dr Youssef Benali", title: "Ophthalmologist", email: "youssef.benali@northlight.example", phone: "+212522005501", portraitSeed: "youssef-benali-10539",
    bio: "Eyes of all ages, in Arabic and French. Casablanca's clocks change around Ramadan; his calendar knows.",
    specialities: ["Ophthalmology"], languages: ["ar", "fr"], timeZone: "Africa/Casablanca", currency: "MAD", location: { organization: "northlight-clinics", location: "casablanca-gauthier" },
    services: [
      visit("eye-examination", "Eye examination", "Sight, pressure and fundus.", 30, 40000, ["IN_PERSON"], { horizonDays: 150 }),
      visit("video-advice", "Video advice", "For results and second opinions.", 15, 20000, ["ONLINE"], { horizonDays: 150 }),
    ],
    hours: { ...weekdays("09:00-17:00"), 6: "09:00-12:30" }, lunch: "12:30-14:00",
  },
  {
    slug: "mei-tanaka", name: "Dr Mei Tanaka", title: "Psychiatrist", email: "mei.tanaka@yoru-clinic.example", phone: "+81355500155", portraitSeed: "mei-tanaka-4647",
    bio: "An evening and night practice from Tokyo for people whose day is full, or upside down.",
    specialities: ["Psychiatry"], languages: ["ja", "en"], timeZone: "Asia/Tokyo", currency: "JPY",
    services: [
      visit("video-session", "Video session", "Forty minutes, evening or night.", 40, 12000, ["ONLINE"]),
      visit("first-conversation", "First conversation", "An unhurried first hour.", 60, 18000, ["ONLINE"], { requiresApproval: true }),
    ],
    hours: weekdays("20:00-02:00", [2, 3, 4, 5, 6]),
  },
];

export const PEOPLE = {
  administrator: { email: "admin@medbookings.example", name: "Ines Falk" },
  manager: { email: "manager@lindenhof.example", name: "Henrike Vogt", organization: "lindenhof-health" },
  frontDesk: { email: "desk@lindenhof.example", name: "Tomás Pereira", organization: "lindenhof-health" },
  newcomer: { email: "new.provider@medbookings.example", name: "Dr Ruth Adler" },
  patients: [
    { email: "elena.rossi@mail.example", name: "Elena Rossi", phone: "+493055509101", timeZone: "Europe/Berlin" },
    { email: "samir.patel@mail.example", name: "Samir Patel", phone: "+442079460931", timeZone: "Europe/London" },
    { email: "grace.kim@mail.example", name: "Grace Kim", phone: "+12125550193", timeZone: "America/New_York" },
  ],
} as const;

/** Guests who booked without an account. */
export const GUESTS: readonly string[] = [
  "Anna Lindqvist", "Marco Bianchi", "Fatima Zahra", "Peter Novak", "Chloé Laurent", "Ibrahim Diallo", "Hannah Schmidt", "Lucas Silva", "Aisha Rahman", "Tom O'Brien",
  "Yuki Sato", "Ewa Kowalska", "Rajesh Thapa", "Ingrid Olsen", "Mateo García", "Nadia Petrova", "Kwame Mensah", "Julia Braun", "Omar Haddad", "Lily Chen",
];
