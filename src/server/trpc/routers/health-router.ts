import { getHealthDetails } from "@/application/health/get-health-details";
import { HealthDetails, IntegrationStatus } from "@/application/health/health-schemas";
import { integrationStatus } from "@/application/health/integration-status";
import { adminProcedure, router, staffProcedure } from "../init";

export const healthRouter = router({
  details: adminProcedure.output(HealthDetails).query(({ ctx }) => getHealthDetails(ctx.app)),
  integrations: staffProcedure.output(IntegrationStatus).query(({ ctx }) => integrationStatus(ctx.app)),
});
