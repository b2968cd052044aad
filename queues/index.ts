/** Where rooms meet: bots, the case flow, intake, lanes, review and the supervisor of a batch. */
export { type BackupReport, backUp, restoreLedger, restoreWorkspace } from "./backup.ts";
export { type Bot, listBots, loadBot, readSharedParts } from "./bot.ts";
export { botNameOf, withoutScenario } from "./bot-name.ts";
export { eventNames, stateNames } from "./case-flow.ja.ts";
export { caseFlowDiagram } from "./case-flow.ts";
export { type CaseLife, caseLife, findCase, type LifeMoment } from "./case-life.ts";
export {
  type ControlRecord,
  controlTotals,
  keepRecord,
  lastControl,
} from "./control-totals.ts";
export { pauseHold } from "./entry-gate.ts";
export { type IntakeResult, receiveTray } from "./intake.ts";
export { createTrayWatch, type TrayLook, type TrayRules, type TrayWatch } from "./intake-tray.ts";
export type {
  Job,
  JobQueue,
  Lane,
  LaneCounts,
  Pause,
  PauseScope,
  QueueDriver,
} from "./job-queue.ts";
export { runEnterLane, runReadLane } from "./lane-workers.ts";
export { type Line, type LineCase, linesOf } from "./line.ts";
export { queueError } from "./messages.ja.ts";
export { orderError, pausedWhat, resumeCommand, shortMoment } from "./order-messages.ja.ts";
export { cancelCase, fetchBack, orderCase, uncancelCase } from "./orders.ts";
/** What the checks would say about a table before it is received; null without a check book. */
export { type CheckedRow, type CheckedRows, checkRows } from "./preview-rows.ts";
export { mastersOf } from "./read-doors.ts";
export {
  type PlannedTable,
  planTable,
  type RowsFile,
  type RowsResult,
  readTable,
  receiveRows,
} from "./receive-rows.ts";
export type { FieldSource } from "./receive-rows-mapping.ts";
export type { PlannedRow, RowsPlan, RowValue } from "./receive-rows-plan.ts";
export {
  type Difference,
  type ReconcileWish,
  type Reconciliation,
  reconcile,
  settleFound,
  type TotalGap,
  type Unchecked,
} from "./reconcile.ts";
export { differenceWords, reconcileError } from "./reconcile-messages.ja.ts";
export { keepQueueFilled, laneStates, rebuildQueue } from "./refill.ts";
export {
  casesOfTable,
  type RehearsalCase,
  type RehearsedCase,
  rehearse,
  waitingCases,
} from "./rehearse.ts";
export { resultCases } from "./result-cases.ts";
export {
  type DueEvidence,
  dueEvidence,
  type EvidenceKind,
  eraseDue,
  evidenceKinds,
} from "./retention.ts";
export { retryCases } from "./retry.ts";
export { type ReviewResult, reviewItems, takeAnswers } from "./review.ts";
export { isBusinessDay } from "./schedule/business-days.ts";
export { dayInJapan, nextRuns } from "./schedule/due.ts";
export { holidayName, weekdayOf } from "./schedule/holidays.ja.ts";
export { type BatchOutcome, type BatchTime, type RunDue, runDue } from "./schedule/run-due.ts";
export { addSchedule, readSchedules, type Schedule } from "./schedule/schedule-file.ja.ts";
export { scheduleError } from "./schedule/schedule-messages.ja.ts";
export { obeyStopOrder, orderStop, watchStopOrder } from "./stop-order.ts";
export { type DoubleEntrySummary, type Summary, type SummaryRow, summarise } from "./summary.ts";
export { type BatchEnd, type BatchProgress, haltError, runBatch } from "./supervisor.ts";
export { listOfFile } from "./target-list.ts";
export { evidenceWaiting, type ScheduleEnd, scheduleEnds, waitingReasons } from "./waiting.ts";
export {
  openWorkplace,
  openWorkplaceVault,
  secretName,
  settingsPlace,
  siteReading,
  type Workplace,
} from "./workplace.ts";
