import type { FrameQuery, Role } from '@/lib/api/gql/graphql';

export type Identity = FrameQuery['accounts'][number];

const ORDER: readonly Role[] = ['GOVERNANCE', 'APPLICATION', 'AUDITOR', 'SUBDISTRICT', 'OPERATIONS'];

export interface IdentityGroup {
  role: Role;
  accounts: Identity[];
}

/** The identities by role whose name, department, role or code holds every word that was typed. */
export function identityGroups(
  accounts: readonly Identity[],
  typed: string,
  roleName: (role: Role) => string,
): IdentityGroup[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = ({ name, code, role, department }: Identity) => {
    const text = [name, code, roleName(role), department?.shortName ?? ''].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return ORDER.map((role) => ({
    role,
    accounts: accounts.filter((account) => account.role === role && holds(account)),
  })).filter((group) => group.accounts.length > 0);
}

/** A name of the form “department·post” in its two parts; other names are all post. */
export function nameParts(name: string): { place: string | null; post: string } {
  const at = name.lastIndexOf('·');
  return at < 0 ? { place: null, post: name } : { place: name.slice(0, at), post: name.slice(at + 1) };
}
