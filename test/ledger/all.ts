import { familyA } from './family-a';
import { familyB } from './family-b';
import { familyC } from './family-c';
import { familyD } from './family-d';
import type { LedgerRow } from './ledger';

/** Every row of the ledger, once. */
export const LEDGER: readonly LedgerRow[] = [...familyA, ...familyB, ...familyC, ...familyD];
