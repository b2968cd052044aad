/** The SQLite ledger keeps the contract of all stores. */
import { onTestFinished } from "vitest";
import { openStore } from "../../store/index.ts";
import { storeContract } from "../contract/store.ts";
import { freshFolder } from "../support/store-world.ts";

storeContract("sqlite", async (options) => {
  const { store } = await openStore(await freshFolder(), options);
  onTestFinished(() => store.close());
  return store;
});
