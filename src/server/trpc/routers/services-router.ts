import { ScheduleScope } from "@/application/schedule/schedule-schemas";
import { createServices } from "@/application/services/create-services";
import { listServices } from "@/application/services/list-services";
import { reorderServices } from "@/application/services/reorder-services";
import { CreateServicesInput, ReorderServicesInput, ServiceListView, SetServiceActiveInput, UpdateServiceInput } from "@/application/services/service-schemas";
import { setServiceActive } from "@/application/services/set-service-active";
import { updateService } from "@/application/services/update-service";
import { router, staffProcedure } from "../init";

export const servicesRouter = router({
  list: staffProcedure.input(ScheduleScope).output(ServiceListView).query(({ ctx, input }) => listServices(ctx.app, input)),
  create: staffProcedure.input(CreateServicesInput).mutation(({ ctx, input }) => createServices(ctx.app, input)),
  update: staffProcedure.input(UpdateServiceInput).mutation(({ ctx, input }) => updateService(ctx.app, input)),
  setActive: staffProcedure.input(SetServiceActiveInput).mutation(({ ctx, input }) => setServiceActive(ctx.app, input)),
  reorder: staffProcedure.input(ReorderServicesInput).mutation(({ ctx, input }) => reorderServices(ctx.app, input)),
});
