import { z } from "zod";
import { verifyOpenings as verify } from "@/application/openings/verify-openings";
import { defineJob } from "./define-job";

export const verifyOpenings = defineJob("openings.verify", z.looseObject({}), async (app) => {
  const { looked, wrong } = await verify(app);
  app.log.info({ looked, wrong: wrong.length }, "openings compared with the schedules");
});
