/** 登録番号 of a company is T and its 法人番号: the two numbers of one page confirm each other. */
import type { FormField } from "../form.ts";
import type { PageDrafts } from "./agree-fields.ts";
import { editDistance } from "./master-type.ts";

/** Numbers that differ by no more digits than this are one number misread. */
const SLIP = 2;

export function agreeNumbers(page: PageDrafts): void {
  const corporate = onlyOf(page, "corporate-number");
  const invoice = onlyOf(page, "invoice-number");
  if (!corporate || !invoice) return;
  const [number, registered] = [page.value(corporate.name), page.value(invoice.name)];
  if (number === "" || registered === "") return;
  const wanted = `T${number}`;
  if (page.sure(corporate.name) && page.open(invoice.name)) {
    if (page.proposals(invoice.name).includes(wanted)) page.settle(invoice.name, wanted);
    return;
  }
  if (page.sure(invoice.name) && page.open(corporate.name)) {
    const own = registered.slice(1);
    if (page.proposals(corporate.name).includes(own)) page.settle(corporate.name, own);
    return;
  }
  const bothSure = page.sure(corporate.name) && page.sure(invoice.name);
  if (bothSure && wanted !== registered && editDistance(wanted, registered) <= SLIP) {
    page.doubt(corporate.name, "numbers-differ");
    page.doubt(invoice.name, "numbers-differ");
  }
}

function onlyOf(page: PageDrafts, type: FormField["type"]): FormField | null {
  const all = page.form.fields.filter((f) => f.type === type);
  return all.length === 1 ? (all[0] ?? null) : null;
}
