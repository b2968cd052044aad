/** Where rooms meet: the case flow, jobs and workers. */
export type { Job, JobQueue, Lane } from "./job-queue.ts";
