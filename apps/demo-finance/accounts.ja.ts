/** Fictitious accounts and sections (所属) of みほん市. The passwords are public on purpose. */

export interface Account {
  readonly user: string;
  readonly password: string;
  readonly name: string;
  /** Codes of the sections that may be chosen after login. */
  readonly sections: readonly string[];
}

/** Code → name. Only 会計課 may register creditors (起票権限). */
export const sections: Readonly<Record<string, string>> = {
  "110100": "会計課",
  "120100": "総務課",
  "120200": "財政課",
  "130300": "福祉課",
};

export const sectionsThatRegister: readonly string[] = ["110100"];

const accounts: readonly Account[] = [
  {
    user: "robot01",
    password: "demo-pass-1",
    name: "自動入力　一号",
    sections: ["110100", "120200"],
  },
  { user: "robot02", password: "demo-pass-2", name: "自動入力　二号", sections: ["110100"] },
  { user: "kaikei01", password: "demo-pass-3", name: "見本　花子", sections: ["110100"] },
  { user: "soumu01", password: "demo-pass-4", name: "例示　次郎", sections: ["120100"] },
];

export function findAccount(user: string): Account | null {
  return accounts.find((account) => account.user === user) ?? null;
}

export function sectionName(code: string): string {
  return sections[code] ?? "";
}
