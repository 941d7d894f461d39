/** What NextAuth's `?error=` means to the person who meets it. */
const SENTENCES: Readonly<Record<string, string>> = {
  AccessDenied: "Google has not verified the e-mail address of this account, or the sign-in was not allowed. Nothing was stored. Verify the address with Google, or use another account.",
  OAuthCallback: "The sign-in at Google was stopped or took too long. Nothing was stored. Please try again.",
  Callback: "The sign-in at Google was stopped or took too long. Nothing was stored. Please try again.",
  OAuthSignin: "We could not reach Google. Nothing was stored. Please try again in a moment.",
  OAuthCreateAccount: "Your account could not be made. Nothing was stored. Please try again in a moment.",
  OAuthAccountNotLinked: "This e-mail address belongs to another Google account here. Nothing was stored. Use the account you used the first time, or ask the clinic to help.",
  LinkUsed: "This link was used before or has expired. Nothing was changed. Ask for a new one below.",
  StaffLink: "Providers and clinic staff sign in with Google. Nothing was changed.",
  TooOften: "That was tried too often. Please wait a while and try again.",
  SessionRequired: "Please sign in to see this page.",
  Configuration: "Signing in is not set up on this installation. You can book, move and cancel without it.",
};

export function signInErrorInWords(code: string): string {
  return Object.hasOwn(SENTENCES, code) ? (SENTENCES[code] ?? "") : "Signing in did not work. Nothing was stored. Please try again.";
}
