import { ask } from './catalogue-data';

type Ring = 'CLEARTEXT' | 'MASKED' | 'INFLUENCED';

export interface ImpactFacts {
  fieldCount: number;
  datasetCount: number;
  departmentCount: number;
  byRing: { ring: Ring; fieldCount: number; datasetCount: number }[];
  byDepartment: { department: { code: string; shortName: string } | null; fieldCount: number }[];
  byLibrary: { library: { code: string } | null; fieldCount: number }[];
  byGrade: { grade: string | null; fieldCount: number }[];
  byDistance: { distance: number; fieldCount: number }[];
  byLayer: { layer: string | null; fieldCount: number }[];
  interfaces: {
    ring: Ring;
    interface: { code: string };
    consumers: { consumer: { id: string }; authorizations: { code: string }[] }[];
  }[];
  completeness: { snapshotVersion: number; digest: string };
}

/** What the API itself says depends on a thing. */
export async function impactOf(id: string): Promise<ImpactFacts> {
  const { impact } = await ask<{ impact: ImpactFacts }>(
    `query Impact($id: ID!) {
      impact(id: $id) {
        fieldCount datasetCount departmentCount
        byRing { ring fieldCount datasetCount }
        byDepartment { department { code shortName } fieldCount }
        byLibrary { library { code } fieldCount }
        byGrade { grade fieldCount }
        byDistance { distance fieldCount }
        byLayer { layer fieldCount }
        interfaces {
          ring interface { code }
          consumers { consumer { id } authorizations { code } }
        }
        completeness { snapshotVersion digest }
      }
    }`,
    { id },
  );
  return impact;
}

/** Interfaces, consumers (each once) and authorisations of these rings, counted anew from the rows. */
export function waysOut({ interfaces }: ImpactFacts, rings: readonly Ring[]) {
  const rows = interfaces.filter(({ ring }) => rings.includes(ring));
  const readers = rows.flatMap(({ consumers }) => consumers);
  return {
    interfaces: rows.length,
    consumers: new Set(readers.map(({ consumer }) => consumer.id)).size,
    authorizations: new Set(readers.flatMap((reader) => reader.authorizations.map(({ code }) => code))).size,
  };
}

export const REACHED: readonly Ring[] = ['CLEARTEXT', 'MASKED'];

/** Adds up. */
export const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
