export interface MeetSpace {
  id: string;
  account: string;
  meetingCode: string;
  config: { accessType?: "OPEN" | "TRUSTED" | "RESTRICTED"; entryPointAccess?: "ALL" | "CREATOR_APP_ONLY" };
}
