/** Watches what the pages ask for: whether they still wait for an answer, and what came back since a moment. */
import type { BrowserContext, Page, Request, Response } from "playwright";
import { lostReplyStatus, refusedStatus } from "./gate.ts";

/** What happened on the wire since a mark. */
export interface TrafficSince {
  /** Answers of documents and background requests with a status below 500. */
  readonly answers: number;
  /** First status from 500 up; null when there was none. */
  readonly serverError: number | null;
  /** A request of a page got no answer. */
  readonly lost: boolean;
}

export interface Traffic {
  /** A moment to ask about later. */
  mark(): number;
  since(mark: number): TrafficSince;
  /** Some document or call was asked for since then. */
  leftSince(mark: number): boolean;
  /** Some window or frame went for a document since then. */
  documentSince(mark: number): boolean;
  /** Requests that a screen waits for: documents, and background calls. */
  pending(): { readonly documents: number; readonly calls: number };
  /** Host of the first navigation that left the allowed hosts, once. */
  takeStray(): string | null;
  /** Host of the last navigation of a frame inside a window that was cut off since then; null when none was. */
  strayFrameSince(mark: number): string | null;
}

interface Event {
  readonly kind: "answer" | "error" | "lost";
  readonly status: number;
  /** Number of the request, counted from the start: only what began after a click belongs to it. */
  readonly began: number;
}

const watched = new Set(["document", "xhr", "fetch"]);
const sendsOn = new Set([301, 302, 303, 307, 308]);
/** Milliseconds after which a redirect counts as one that nobody followed. */
const longestRedirect = 2_000;

export function watchTraffic(context: BrowserContext, allows: (url: string) => boolean): Traffic {
  const open = new Map<Request, { page: Page | null; began: number }>();
  // Answers that send the browser on, until the request that follows is seen: in between nothing is open.
  const sentOn = new Map<Request, number>();
  const beganAt = (request: Request): number => open.get(request)?.began ?? 0;
  const events: Event[] = [];
  let requests = 0;
  let lastDocument = 0;
  let stray: string | null = null;
  let strayFrame: { host: string; began: number } | null = null;
  const note = (event: Event): void => {
    events.push(event);
    // Only the latest are kept, a night has a hundred thousand of them.
    if (events.length > 4_000) events.splice(0, 2_000);
  };

  context.on("request", (request) => {
    if (!watched.has(request.resourceType())) return;
    const from = request.redirectedFrom();
    if (from) sentOn.delete(from);
    requests += 1;
    open.set(request, { page: pageOf(request), began: requests });
    if (request.resourceType() === "document") lastDocument = requests;
    const url = request.url();
    if (!request.isNavigationRequest() || allows(url) || /^(?:about|chrome-error):/u.test(url))
      return;
    const host = URL.canParse(url) ? new URL(url).host || new URL(url).protocol : "?";
    if (ofWholeWindow(request)) stray ??= host;
    else strayFrame = { host, began: requests };
  });
  context.on("response", (response) => {
    if (!watched.has(response.request().resourceType())) return;
    note(eventOf(response, beganAt(response.request())));
    if (sendsOn.has(response.status())) sentOn.set(response.request(), performance.now());
  });
  context.on("requestfinished", (request) => open.delete(request));
  context.on("requestfailed", (request) => {
    const began = beganAt(request);
    open.delete(request);
    if (!watched.has(request.resourceType())) return;
    // "aborted" is the page's own doing: a window that closes, a download, a navigation that replaces another.
    const aborted = /ERR_ABORTED|NS_BINDING/u.test(request.failure()?.errorText ?? "");
    if (!aborted) note({ kind: "lost", status: 0, began });
  });

  return {
    mark: () => requests,
    leftSince: (from) => requests > from,
    documentSince: (from) => lastDocument > from,
    since: (from) => {
      const later = events.filter((e) => e.began > from);
      return {
        answers: later.filter((e) => e.kind === "answer").length,
        serverError: later.find((e) => e.kind === "error")?.status ?? null,
        lost: later.some((e) => e.kind === "lost"),
      };
    },
    pending: () => {
      for (const [request, { page }] of open) if (page?.isClosed()) open.delete(request);
      for (const [request, at] of sentOn)
        if (performance.now() - at > longestRedirect) sentOn.delete(request);
      const due = [...open.keys(), ...sentOn.keys()];
      const documents = due.filter((r) => r.resourceType() === "document").length;
      return { documents, calls: due.length - documents };
    },
    takeStray: () => {
      const host = stray;
      stray = null;
      return host;
    },
    strayFrameSince: (from) =>
      strayFrame !== null && strayFrame.began > from ? strayFrame.host : null,
  };
}

function eventOf(response: Response, began: number): Event {
  const status = response.status();
  if (status === lostReplyStatus || status === refusedStatus)
    return { kind: "lost", status, began };
  return { kind: status >= 500 ? "error" : "answer", status, began };
}

/** The page of a request; null for the first document of a new window, which has none yet. */
function pageOf(request: Request): Page | null {
  try {
    return request.frame().page();
  } catch {
    return null;
  }
}

/** A navigation of a window itself; frames inside it and pictures are cut off without stopping the case. */
function ofWholeWindow(request: Request): boolean {
  try {
    return request.frame().parentFrame() === null;
  } catch {
    return true;
  }
}
