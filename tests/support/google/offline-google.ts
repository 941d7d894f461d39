import { createGoogle } from "@/integrations/google/create-google";

/** Google's own addresses, for tests in which nobody is called. */
export const offlineGoogle = () =>
  createGoogle({
    clientId: "client", clientSecret: "secret", clientAuth: "client_secret_post", issuer: "https://accounts.google.com", authUrl: "https://accounts.google.com/o/oauth2/v2/auth",
    tokenUrl: "https://oauth2.googleapis.com/token", revokeUrl: "https://oauth2.googleapis.com/revoke", redirectUri: "https://clinic.example/api/google-calendar/callback",
  });
