/** What a workspace needs: ledger, queue, bots, passwords, and finance systems that answer. */
import { stat, statfs } from "node:fs/promises";
import { connect } from "node:net";
import { listBots, secretName, type Workplace } from "../../../queues/index.ts";
import { doctorWords as words } from "./doctor-words.ja.ts";
import { bad, care, type DoctorFinding, good, look } from "./finding.ts";

const leastFreeBytes = 1_000_000_000;
const patienceMillis = 3_000;
/** Share of Redis' maxmemory from which somebody should look. */
const nearlyFull = 0.8;

/** File systems that are reached over a network: CIFS, SMB, SMB2, NFS, AFS, Ceph, FUSE over sshfs is not told apart. */
const networkTypes = new Set([0xff534d42, 0x517b, 0xfe534d42, 0x6969, 0x5346414f, 0x00c36400]);

export async function workplaceFindings(place: Workplace): Promise<readonly DoctorFinding[]> {
  const names = await listBots(place.path("bots"));
  const bots =
    names.length === 0
      ? [care(words.bots, words.noBots, words.noBotsNext)]
      : await Promise.all(names.map((name) => botFinding(place, name)));
  const systems = await Promise.all(
    place.settings.systems.map((s) => look(words.system(s.name), () => systemFinding(place, s))),
  );
  return [
    ...(await ledgerFindings(place)),
    ...(await evidenceFindings(place)),
    await look(words.queue, () => queueFinding(place)),
    ...bots,
    ...systems,
  ];
}

async function ledgerFindings(place: Workplace): Promise<readonly DoctorFinding[]> {
  const folder = place.path("ledger");
  if (place.settings.ledgerServer !== null)
    return serverFindings(place, place.settings.ledgerServer);
  const disk = await statfs(folder);
  const free = disk.bavail * disk.bsize;
  const counts = await place.store.countByState(null);
  const cases = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const found = words.ledgerFound({ cases, free: gigabytes(free) });
  const findings: DoctorFinding[] = [];
  if (networkTypes.has(disk.type)) findings.push(bad(words.ledger, found, words.ledgerShared));
  const mode = (await stat(folder)).mode & 0o777;
  // Windows has no such bits.
  if (process.platform !== "win32" && (mode & 0o077) !== 0)
    findings.push(care(words.ledger, words.ledgerOpen(mode.toString(8)), words.ledgerOpenNext));
  if (free < leastFreeBytes) findings.push(care(words.ledger, found, words.ledgerLittleSpace));
  return findings.length > 0 ? findings : [good(words.ledger, found)];
}

/** Opening the workplace has looked at the server already: what is left is whether the evidence is one for all. */
async function serverFindings(place: Workplace, server: string): Promise<readonly DoctorFinding[]> {
  const counts = await place.store.countByState(null);
  const cases = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const found = words.ledgerOnServer({ cases, host: new URL(server).host });
  const findings = [good(words.ledger, found)];
  if (place.settings.evidence === null && place.settings.evidenceServer === null)
    findings.push(care(words.evidence, words.evidenceHere, words.evidenceHereNext));
  if (place.settings.queue === null)
    findings.push(care(words.queue, words.queueHere, words.queueHereNext));
  return findings;
}

/** Writes and takes away a small object: only that shows that evidence would arrive. */
async function evidenceFindings(place: Workplace): Promise<readonly DoctorFinding[]> {
  const server = place.settings.evidenceServer;
  if (server === null) return [];
  const finding = await look(words.evidence, async () => {
    await place.evidence.check();
    return good(words.evidence, words.evidenceOnServer(new URL(server).host));
  });
  const waiting = await place.evidence.waiting();
  if (waiting === 0) return [finding];
  const next = finding.state === "good" ? words.evidenceWaitingNext : words.evidenceWaitingFirst;
  return [finding, care(words.evidence, words.evidenceWaiting(waiting), next)];
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)}GB`;

async function queueFinding(place: Workplace): Promise<DoctorFinding> {
  const counts = await Promise.all([place.queue.counts("read"), place.queue.counts("enter")]);
  const waiting = counts.reduce((sum, c) => sum + c.waiting + c.delayed, 0);
  const kind = place.settings.queue ?? words.embedded;
  const found = words.queueFound({ kind, waiting });
  const used = await place.queue.checkRoom();
  if (used !== null && used >= nearlyFull)
    return care(
      words.queue,
      words.queueNearlyFull(found, Math.round(used * 100)),
      words.queueNearlyFullNext,
    );
  return good(words.queue, found);
}

function botFinding(place: Workplace, name: string): Promise<DoctorFinding> {
  const title = `${words.bots} ${name}`;
  return look(title, async () => {
    const bot = await place.bot(name);
    place.systemsOf(bot);
    const warnings = bot.warnings.length;
    return good(title, words.botFound({ title: bot.scenario.title, warnings }));
  });
}

type System = Workplace["settings"]["systems"][number];

/** The password first: without it nobody would get in anyway. Nobody is logged in here. */
async function systemFinding(place: Workplace, system: System): Promise<DoctorFinding> {
  const title = words.system(system.name);
  const secret = secretName(system.name, system.user);
  if ((await place.vault.getSecret(secret)) === null)
    return bad(title, words.noPassword, words.noPasswordNext(secret));
  const url = new URL(system.url);
  return (await answers(url))
    ? good(title, words.reachable(url.host))
    : bad(title, words.unreachable(url.host), words.unreachableNext);
}

function answers(url: URL): Promise<boolean> {
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  return new Promise((resolve) => {
    const socket = connect({ host: url.hostname.replace(/^\[|\]$/gu, ""), port });
    const end = (there: boolean): void => {
      socket.destroy();
      resolve(there);
    };
    socket.setTimeout(patienceMillis, () => end(false));
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}
