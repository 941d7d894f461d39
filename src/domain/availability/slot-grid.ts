import type { LocalStretch } from "@/domain/time/local-stretches";

/**
 * The first start on the grid at or after `from` (epoch ms), which lies in `stretch`; it may fall after the stretch.
 * A start is on the grid when the wall clock then reads a multiple of the step from midnight of its own local date.
 * So clock changes never shift the readings on offer, hours that begin off the grid offer their first start at the next
 * multiple, hours that cross midnight start a new grid there, and a repeated hour offers its readings twice.
 */
export function firstOnGrid(stretch: LocalStretch, from: number, stepMs: number): number {
  return stretch.midnight + Math.ceil((from - stretch.midnight) / stepMs) * stepMs;
}
