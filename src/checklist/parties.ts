// Who counts for what: partners do the work, partners and funders sign, supporters are only thanked.
// Pure facts about an agreement.

import type { Agreement, Partner } from '../model/agreement.ts';

/** A partner with its key. */
export interface Party {
  readonly key: string;
  readonly name: string;
  readonly role: 'partner' | 'supporter' | 'funder';
  readonly partner: Partner;
}

/** Returns all organisations in order. */
export function allParties(agreement: Agreement): readonly Party[] {
  return Object.entries(agreement.partners).map(([key, partner]) => ({
    key,
    name: partner.name,
    role: partner.role ?? 'partner',
    partner,
  }));
}

/** Returns those with the role partner: they do the work and are asked about shares and gains. */
export function workers(agreement: Agreement): readonly Party[] {
  return allParties(agreement).filter(({ role }) => role === 'partner');
}

/** Returns partners and funders: they sign and need a contact. */
export function signers(agreement: Agreement): readonly Party[] {
  return allParties(agreement).filter(({ role }) => role !== 'supporter');
}

/** Returns the name of the partner with this key; the key itself if there is none. */
export function nameOf(agreement: Agreement, key: string): string {
  return agreement.partners[key]?.name ?? key;
}

/** Returns the key of the partner that a fix proposes first: a partner, else whoever comes first. */
export function firstKey(agreement: Agreement): string {
  const first = workers(agreement)[0] ?? allParties(agreement)[0];
  return first?.key ?? '';
}

/** Returns a person of this partner for a fix: a contact, a signatory, or an office. */
export function personOf(agreement: Agreement, key: string): string {
  const partner = agreement.partners[key];
  return partner?.contacts?.[0]?.name ?? partner?.signatories?.[0]?.name ?? 'Director';
}
