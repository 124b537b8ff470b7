import { cpu, object, size } from "../../fields/field.ts";

/** Processor time and memory of one container. */
export const amounts = object({
  cpu: cpu().optional().doc('Processor time, `"500m"` or `0.5`.'),
  memory: size({ min: 1 }).optional().doc('Memory, `"512Mi"`.'),
});
