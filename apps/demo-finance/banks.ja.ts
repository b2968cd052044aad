/** Fictitious banks and branches: 099x is not assigned to any real bank. */

export interface Branch {
  readonly bankCode: string;
  readonly bankName: string;
  readonly branchCode: string;
  readonly branchName: string;
}

const banks = [
  {
    code: "0999",
    name: "見本銀行",
    branches: { "012": "本店営業部", "013": "駅前", "101": "東" },
  },
  { code: "0998", name: "例示信用金庫", branches: { "001": "本店", "015": "西" } },
  { code: "0997", name: "架空農業協同組合", branches: { "201": "中央" } },
  { code: "0996", name: "試験銀行", branches: { "110": "本店", "222": "港町" } },
] as const;

export const branches: readonly Branch[] = banks.flatMap((bank) =>
  Object.entries(bank.branches)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([branchCode, branchName]) => ({
      bankCode: bank.code,
      bankName: bank.name,
      branchCode,
      branchName,
    })),
);

/** Codes as a whole; "" = any. */
export function searchBranches(bankCode: string, branchCode: string): readonly Branch[] {
  return branches.filter(
    (branch) =>
      (bankCode === "" || branch.bankCode === bankCode) &&
      (branchCode === "" || branch.branchCode === branchCode),
  );
}
