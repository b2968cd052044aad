/** What the queue on PostgreSQL says to a clerk or to who looks after the server: what, where, what to do next. */
import { defineErrors, errorRow } from "../core/index.ts";
import { postgresErrorRows } from "../store/index.ts";

/** Value of the setting 順番待ち that means: on the server of the ledger. */
export const onLedgerServer = "台帳のサーバー";

/** Troubles with the server of the queue (QUE260–QUE274). */
export const postgresQueueError = defineErrors(
  postgresErrorRows({
    whose: "順番待ち",
    setting: "順番待ち",
    secret: "順番待ち",
    kept: "案件はすべて台帳に残っています。",
    codes: {
      packageMissing: "QUE260",
      badAddress: "QUE261",
      away: "QUE262",
      passwordRefused: "QUE263",
      noDatabase: "QUE264",
      tooOld: "QUE265",
      notDurable: "QUE266",
      readOnly: "QUE267",
      noRight: "QUE268",
      full: "QUE269",
      crowded: "QUE270",
      notUnicode: "QUE271",
      passwordWritten: "QUE272",
      failed: "QUE273",
      busy: "QUE274",
    },
  }),
);

/** What stands on the server is not this buka's queue. */
export const queueLayoutError = defineErrors({
  newer: errorRow<{ place: string; found: number; known: number }>({
    code: "QUE275",
    kind: "environment",
    retryable: false,
    what: (a) =>
      `順番待ちの表（${a.place}）は、新しい buka が作ったものです（形 ${a.found}。このパソコンの buka は ${a.known} まで）。`,
    next: () => "このパソコンの buka を、ほかのパソコンと同じ版に上げてください。",
  }),
  foreign: errorRow<{ place: string }>({
    code: "QUE276",
    kind: "environment",
    retryable: false,
    what: (a) => `順番待ちの場所（${a.place}）に、buka のものでない同じ名前の表があります。`,
    next: () =>
      "buka.yaml の「順番待ち」の終わりに ?schema=buka_queue2 のように書き足し、別の場所にしてください。",
  }),
  noLedgerServer: errorRow({
    code: "QUE277",
    kind: "usage",
    retryable: false,
    what: () =>
      "「順番待ち」に「台帳のサーバー」と書かれていますが、「台帳のサーバー」が「内蔵」です。",
    next: () =>
      "buka.yaml の「台帳のサーバー」に postgres://… を書くか、「順番待ち」を「内蔵」にしてください。",
  }),
});
