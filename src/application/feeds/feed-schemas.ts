import * as z from "zod";

export const FeedView = z.object({
  createdAt: z.string(),
  /** Titles carry the patient's initials, or for patients the provider's name. */
  showsNames: z.boolean(),
});
export type FeedView = z.infer<typeof FeedView>;

export const FoundFeedView = FeedView.nullable();

export const NewFeedView = FeedView.extend({
  /** Shown this once; we keep its fingerprint only. */
  url: z.url(),
});
export type NewFeedView = z.infer<typeof NewFeedView>;

const of = z.enum(["provider", "patient"], { error: 'must be "provider" or "patient"' });
const showsNames = z.boolean({ error: "must be true or false" });

/** Whose feed: the caller's as a provider, or as a patient. */
export const OwnFeedInput = z.strictObject({ of });
export const RenewFeedInput = z.strictObject({ of, showsNames });
