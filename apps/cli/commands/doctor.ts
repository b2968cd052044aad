/** `buka doctor`: what is installed, reachable and permitted here, and what to do about the rest. */
import { isBukaError } from "../../../core/index.ts";
import { stateMarks, doctorWords as words } from "../doctor/doctor-words.ja.ts";
import { bad, type DoctorFinding } from "../doctor/finding.ts";
import { machineFindings } from "../doctor/machine.ts";
import { workplaceFindings } from "../doctor/workplace.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Call, Io } from "../io.ts";
import { withPlace } from "../open-place.ts";

interface Workspace {
  readonly findings: readonly DoctorFinding[];
  readonly inForce: readonly Parameters<typeof words.setting>[0][];
  readonly browser: string | null;
}

export async function doctor(io: Io, call: Call): Promise<ExitCode> {
  const workspace = await lookAtWorkspace(io, call);
  const machine = await Promise.all(machineFindings(io, workspace.browser));
  const findings = [...machine, ...workspace.findings];
  const wrong = findings.filter((f) => f.state === "bad").length;
  if (io.json) io.out(JSON.stringify({ findings, settings: workspace.inForce }));
  else show(io, findings, workspace.inForce);
  return wrong === 0 ? exitCodes.ok : exitCodes.environment;
}

/** A workspace that cannot be opened is a finding like any other. */
async function lookAtWorkspace(io: Io, call: Call): Promise<Workspace> {
  try {
    return await withPlace(io, call, async (place) => ({
      findings: await workplaceFindings(place),
      inForce: place.inForce,
      browser: place.settings.browser,
    }));
  } catch (error) {
    if (!isBukaError(error)) throw error;
    const findings = [bad(words.workspace, error.message, error.next)];
    return { findings, inForce: [], browser: null };
  }
}

function show(io: Io, findings: readonly DoctorFinding[], inForce: Workspace["inForce"]): void {
  for (const f of findings) {
    io.out(`${stateMarks[f.state]} ${f.name}　${f.found}`);
    if (f.next !== "") io.out(`   → ${f.next}`);
  }
  if (inForce.length > 0) io.out([words.settings, ...inForce.map(words.setting)].join("\n"));
  const wrong = findings.filter((f) => f.state === "bad").length;
  io.out(wrong === 0 ? words.allGood : words.some(wrong));
}
